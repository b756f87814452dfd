import type { Analysis } from '@entente/shared/analyses/contract'
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/section.tsx'
import { AnalysisEditor } from './analysis-editor.tsx'
import { Outline, parts } from './outline.tsx'
import styles from './outline.module.css'
import { PartText } from './part-text.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { useAnalysisDraft } from './use-analysis-draft.ts'

type Props = { analysis: Analysis }

const Writing = ({ analysis }: Props) => {
  const draft = useAnalysisDraft(analysis)
  return (
    <div className={styles.layout}>
      <Outline content={draft.content} />
      <Stack gap="md">
        {analysis.state === 'returned' && <ReviewPanel analysis={analysis} />}
        <AnalysisEditor analysis={analysis} draft={draft} />
        {analysis.state !== 'returned' && <ReviewPanel analysis={analysis} />}
      </Stack>
    </div>
  )
}

const Reading = ({ analysis }: Props) => {
  const { t } = useTranslation('analyses')
  return (
    <div className={styles.layout}>
      <Outline content={analysis.content} />
      <Stack gap="md">
        {parts.map((part) => (
          <Section key={part} id={part} title={t(`part.${part}`)}>
            <PartText part={part} content={analysis.content} />
          </Section>
        ))}
        <ReviewPanel analysis={analysis} />
      </Stack>
    </div>
  )
}

/** One version: written by whoever may, read by everyone else. */
export const AnalysisWork = ({ analysis }: Props) =>
  analysis.can.includes('edit') ? <Writing analysis={analysis} /> : <Reading analysis={analysis} />
