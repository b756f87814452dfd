import { riskScore, seriousRisk } from '@entente/shared/analyses/rules'
import { NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ItemList } from './item-list.tsx'
import { RiskMatrix } from '../../components/risk-matrix.tsx'
import type { AnalysisDraft } from './use-analysis-draft.ts'

const scale = [1, 2, 3, 4, 5] as const
type Grade = { label: string; value: number; word: 'likelihoodOf' | 'impactOf'; onChange: (value: number) => void }

const GradeSelect = ({ label, value, word, onChange }: Grade) => {
  const { t } = useTranslation('analyses')
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={scale.map((grade) => ({ value: String(grade), label: t(`risk.${word}.${grade}`) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}

const isEmpty = (text: string) => text.trim() === ''

/** What could go wrong, how likely, how grave, what is done about it and by whom. */
export const RiskFields = ({ draft: { content, change } }: { draft: AnalysisDraft }) => {
  const { t } = useTranslation('analyses')
  return (
    <Stack gap="md">
      <ItemList
        items={content.risks}
        blank={{ description: '', likelihood: 3, impact: 3, treatment: '', owner: '' }}
        limit={40}
        nameOf={(number) => t('risk.name', { number })}
        add={t('risk.add')}
        onChange={(risks) => change({ risks })}
      >
        {(item, edit) => {
          const isSerious = riskScore(item) >= seriousRisk
          const lacks = isSerious && (isEmpty(item.treatment) || isEmpty(item.owner))
          return (
            <>
              <Textarea
                label={t('risk.description')}
                autosize
                maxLength={1000}
                value={item.description}
                onChange={(event) => edit({ description: event.currentTarget.value })}
              />
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
                <GradeSelect
                  label={t('risk.likelihood')}
                  word="likelihoodOf"
                  value={item.likelihood}
                  onChange={(likelihood) => edit({ likelihood })}
                />
                <GradeSelect
                  label={t('risk.impact')}
                  word="impactOf"
                  value={item.impact}
                  onChange={(impact) => edit({ impact })}
                />
                <Textarea
                  label={t('risk.treatment')}
                  autosize
                  maxLength={2000}
                  value={item.treatment}
                  onChange={(event) => edit({ treatment: event.currentTarget.value })}
                />
                <TextInput
                  label={t('risk.owner')}
                  maxLength={200}
                  value={item.owner}
                  onChange={(event) => edit({ owner: event.currentTarget.value })}
                />
              </SimpleGrid>
              {isSerious && (
                <StatusBadge kind={lacks ? 'blocked' : 'proven'}>
                  {t(lacks ? 'risk.untreated' : 'risk.treated', { score: riskScore(item) })}
                </StatusBadge>
              )}
            </>
          )
        }}
      </ItemList>
      {content.risks.length > 0 && <RiskMatrix risks={content.risks} />}
    </Stack>
  )
}
