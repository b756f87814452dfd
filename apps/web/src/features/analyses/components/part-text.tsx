import type { AnalysisContent } from '@entente/shared/analyses/contract'
import { type AnalysisPart, riskScore, seriousRisk } from '@entente/shared/analyses/rules'
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import styles from './part-text.module.css'
import { RiskMatrix } from './risk-matrix.tsx'

type Props = { part: AnalysisPart; content: AnalysisContent }
type Rows<K extends 'objectives' | 'alternatives' | 'risks' | 'conditions'> = AnalysisContent[K][number] & {
  number: number
}

const Nothing = () => {
  const { t } = useTranslation('analyses')
  return (
    <Text size="sm" c="dimmed">
      {t('nothing')}
    </Text>
  )
}

const numbered = <Item,>(items: readonly Item[]) => items.map((item, index) => ({ ...item, number: index + 1 }))
const rowKey = ({ number }: { number: number }) => String(number)
const orDash = (text: string) => (text.trim() === '' ? '–' : text)

const Risks = ({ risks }: Pick<AnalysisContent, 'risks'>) => {
  const { t } = useTranslation('analyses')
  const columns: Column<Rows<'risks'>>[] = [
    { id: 'number', header: t('risk.number'), cell: ({ number }) => t('risk.short', { number }) },
    { id: 'description', header: t('risk.description'), isName: true, cell: (risk) => orDash(risk.description) },
    { id: 'likelihood', header: t('risk.likelihood'), numeric: true, cell: (risk) => risk.likelihood },
    { id: 'impact', header: t('risk.impact'), numeric: true, cell: (risk) => risk.impact },
    {
      id: 'score',
      header: t('risk.score'),
      numeric: true,
      cell: (risk) =>
        riskScore(risk) >= seriousRisk ? (
          <StatusBadge kind="blocked">{t('risk.serious', { score: riskScore(risk) })}</StatusBadge>
        ) : (
          riskScore(risk)
        ),
    },
    { id: 'treatment', header: t('risk.treatment'), cell: (risk) => orDash(risk.treatment) },
    { id: 'owner', header: t('risk.owner'), cell: (risk) => orDash(risk.owner) },
  ]
  return (
    <Group align="flex-start" gap="lg">
      <DataTable
        caption={t('part.risks')}
        isCaptionHidden
        rows={numbered(risks)}
        rowKey={rowKey}
        columns={columns}
        empty={<Nothing />}
      />
      {risks.length > 0 && <RiskMatrix risks={risks} />}
    </Group>
  )
}

const Objectives = ({ objectives }: Pick<AnalysisContent, 'objectives'>) => {
  const { t } = useTranslation('analyses')
  const columns: Column<Rows<'objectives'>>[] = [
    { id: 'statement', header: t('objective.statement'), isName: true, cell: (item) => orDash(item.statement) },
    {
      id: 'mandate',
      header: t('objective.mandate'),
      cell: ({ mandate }) => (mandate === null ? '–' : t(`mandate.${mandate}`)),
    },
  ]
  return (
    <DataTable
      caption={t('part.objectives')}
      isCaptionHidden
      rows={numbered(objectives)}
      rowKey={rowKey}
      columns={columns}
      empty={<Nothing />}
    />
  )
}

const Alternatives = ({ alternatives }: Pick<AnalysisContent, 'alternatives'>) => {
  const { t } = useTranslation('analyses')
  const columns: Column<Rows<'alternatives'>>[] = [
    {
      id: 'description',
      header: t('alternative.description'),
      isName: true,
      cell: (item) => orDash(item.description),
    },
    { id: 'assessment', header: t('alternative.assessment'), cell: (item) => orDash(item.assessment) },
  ]
  return (
    <DataTable
      caption={t('part.alternatives')}
      isCaptionHidden
      rows={numbered(alternatives)}
      rowKey={rowKey}
      columns={columns}
      empty={<Nothing />}
    />
  )
}

const Conditions = ({ conditions }: Pick<AnalysisContent, 'conditions'>) => {
  const { t } = useTranslation('analyses')
  const columns: Column<Rows<'conditions'>>[] = [
    { id: 'description', header: t('condition.description'), isName: true, cell: (item) => orDash(item.description) },
    {
      id: 'met',
      header: t('condition.state'),
      cell: ({ met }) => (
        <StatusBadge kind={met ? 'proven' : 'waiting'}>{t(met ? 'condition.met' : 'condition.open')}</StatusBadge>
      ),
    },
    { id: 'evidence', header: t('condition.evidence'), cell: (item) => orDash(item.evidence) },
  ]
  return (
    <DataTable
      caption={t('part.conditions')}
      isCaptionHidden
      rows={numbered(conditions)}
      rowKey={rowKey}
      columns={columns}
      empty={<Nothing />}
    />
  )
}

const Recommendation = ({ content }: { content: AnalysisContent }) => {
  const { t } = useTranslation('analyses')
  if (content.recommendation === null) return <Nothing />
  return (
    <Stack gap={4}>
      <Text fw={600}>{t(`recommendation.${content.recommendation}`)}</Text>
      <p className={styles.text}>{content.recommendationReason}</p>
    </Stack>
  )
}

/** One part of an analysis, to be read. */
export const PartText = ({ part, content }: Props) => {
  if (part === 'objectives') return <Objectives objectives={content.objectives} />
  if (part === 'alternatives') return <Alternatives alternatives={content.alternatives} />
  if (part === 'risks') return <Risks risks={content.risks} />
  if (part === 'conditions') return <Conditions conditions={content.conditions} />
  if (part === 'recommendation') return <Recommendation content={content} />
  return content[part].trim() === '' ? <Nothing /> : <p className={styles.text}>{content[part]}</p>
}
