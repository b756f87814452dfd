import type { Analysis, AnalysisContent } from '@entente/shared/analyses/contract'
import type { AnalysisPart } from '@entente/shared/analyses/rules'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import { diffWordsWithSpace } from 'diff'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import styles from './analysis-comparison.module.css'
import { parts } from '../../components/outline.tsx'
import { PartText } from '../../components/part-text.tsx'

const written = (part: AnalysisPart, content: AnalysisContent) =>
  part === 'recommendation' ? [content.recommendation, content.recommendationReason] : content[part]

const isSame = (part: AnalysisPart, earlier: Analysis, later: Analysis) =>
  JSON.stringify(written(part, earlier.content)) === JSON.stringify(written(part, later.content))

/** A text with what the other version does not say marked in it: taken out of the earlier one, added to the later. */
const MarkedText = ({ earlier, later, side }: { earlier: string; later: string; side: 'earlier' | 'later' }) => {
  const Mark = side === 'earlier' ? 'del' : 'ins'
  return (
    <p className={styles.text}>
      {diffWordsWithSpace(earlier, later)
        .filter(({ added, removed }) => (side === 'earlier' ? !added : !removed))
        .map(({ value, added, removed }, index) => {
          const key = `${index} ${value}`
          return added || removed ? <Mark key={key}>{value}</Mark> : <span key={key}>{value}</span>
        })}
    </p>
  )
}

type SideProps = { part: AnalysisPart; earlier: Analysis; later: Analysis; side: 'earlier' | 'later' }

const Side = ({ part, earlier, later, side }: SideProps) => {
  const { t } = useTranslation('analyses')
  const shown = side === 'earlier' ? earlier : later
  const [before, after] = [written(part, earlier.content), written(part, later.content)]
  return (
    <div className={styles.side}>
      <Text size="xs" fw={600} c="dimmed" mb={4}>
        {t('compare.side', { number: shown.number })}
      </Text>
      {typeof before === 'string' && typeof after === 'string' && shown.content[part] !== '' ? (
        <MarkedText earlier={before} later={after} side={side} />
      ) : (
        <PartText part={part} content={shown.content} />
      )}
    </div>
  )
}

/** Two versions side by side, part by part: what changed is shown twice, what did not once. */
export const AnalysisComparison = ({ earlier, later }: { earlier: Analysis; later: Analysis }) => {
  const { t } = useTranslation('analyses')
  const changed = parts.filter((part) => !isSame(part, earlier, later))
  return (
    <Stack gap="md">
      <Text component="output" display="block" size="sm">
        {t('compare.count', { count: changed.length, total: parts.length })}
      </Text>
      {parts.map((part) => (
        <Section
          key={part}
          id={part}
          title={t(`part.${part}`)}
          actions={
            <StatusBadge kind={changed.includes(part) ? 'waiting' : 'neutral'}>
              {t(changed.includes(part) ? 'compare.changed' : 'compare.same')}
            </StatusBadge>
          }
        >
          {changed.includes(part) ? (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Side part={part} earlier={earlier} later={later} side="earlier" />
              <Side part={part} earlier={earlier} later={later} side="later" />
            </SimpleGrid>
          ) : (
            <PartText part={part} content={later.content} />
          )}
        </Section>
      ))}
    </Stack>
  )
}
