import type { Analysis } from '@entente/shared/analyses/contract'
import { isReturned } from '@entente/shared/analyses/workflow'
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/page/section.tsx'
import { AnalysisEditor } from '../../editor/components/analysis-editor.tsx'
import { Outline, parts } from '../../components/outline.tsx'
import styles from '../../components/outline.module.css'
import { PartText } from '../../components/part-text.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { useAnalysisDraft } from '../../editor/components/use-analysis-draft.ts'

type Props = { analysis: Analysis }

const Writing = ({ analysis }: Props) => {
  const draft = useAnalysisDraft(analysis)
  return (
    <div className={styles.layout}>
      <Outline content={draft.content} />
      <Stack gap="md">
        {isReturned(analysis) && <ReviewPanel analysis={analysis} />}
        <AnalysisEditor analysis={analysis} draft={draft} />
        {!isReturned(analysis) && <ReviewPanel analysis={analysis} />}
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
