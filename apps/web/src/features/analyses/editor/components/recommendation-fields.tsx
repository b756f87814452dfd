import { recommendation } from '@entente/shared/analyses/contract'
import { Radio, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AnalysisDraft } from './use-analysis-draft.ts'

/** What the analysis advises, and why. */
export const RecommendationFields = ({ draft: { content, change } }: { draft: AnalysisDraft }) => {
  const { t } = useTranslation('analyses')
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('recommendation.label')}
        value={content.recommendation ?? ''}
        onChange={(value) => change({ recommendation: recommendation.safeParse(value).data ?? null })}
      >
        <Stack gap={6} mt={4}>
          {recommendation.options.map((value) => (
            <Radio key={value} value={value} label={t(`recommendation.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('recommendation.reason')}
        autosize
        minRows={3}
        maxLength={5000}
        value={content.recommendationReason}
        onChange={(event) => change({ recommendationReason: event.currentTarget.value })}
      />
    </Stack>
  )
}
