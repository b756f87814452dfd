import type { Analysis } from '@entente/shared/analyses/contract'
import { isSubmitted } from '@entente/shared/analyses/workflow'
import { Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { WhyNot, isNamed } from '../../../../ui/feedback/why-not.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { Facts } from '../../../../ui/display/facts.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useReviewAnalysis } from '../../api.ts'
import { AnalysisState } from '../../components/analysis-state.tsx'

const ReviewForm = ({ analysis }: { analysis: Analysis }) => {
  const { t } = useTranslation('analyses')
  const review = useReviewAnalysis()
  const [comment, setComment] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isEmpty = comment.trim() === ''
  const send = (outcome: 'approved' | 'returned') => {
    if (outcome === 'returned' && isEmpty) return setAsked(true)
    review.mutate({
      params: { id: analysis.id },
      body: { outcome, ...(!isEmpty && { comment }) },
      ifMatch: analysis.version,
    })
  }
  return (
    <Stack gap="sm">
      <Textarea
        label={t('review.comment')}
        description={t('review.commentHint')}
        autosize
        minRows={3}
        maxLength={5000}
        value={comment}
        error={isAsked && isEmpty ? t('review.commentRequired') : null}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <ProblemAlert error={review.error} />
      <Group gap="xs">
        <ActionButton of={analysis} to="approve" loading={review.isPending} onClick={() => send('approved')}>
          {t('review.approve', { number: analysis.number })}
        </ActionButton>
        <ActionButton
          of={analysis}
          to="return"
          variant="default"
          disabled={review.isPending}
          onClick={() => send('returned')}
        >
          {t('review.return')}
        </ActionButton>
      </Group>
    </Stack>
  )
}

/** Why this reader does not review it. */
const ByOther = ({ analysis }: { analysis: Analysis }) => {
  const { t } = useTranslation('analyses')
  if (isNamed(analysis, 'approve')) return <WhyNot of={analysis} to="approve" />
  return (
    <Text size="sm" c="dimmed">
      {t('review.byOther')}
    </Text>
  )
}

/** Who looked at it besides its writers, what they said, and until when it holds. */
export const ReviewPanel = ({ analysis }: { analysis: Analysis }) => {
  const { t } = useTranslation('analyses')
  const format = useFormat()
  const { reviewer, reviewedAt, reviewComment, validUntil, submittedAt } = analysis
  const canReview = analysis.can.includes('approve') || analysis.can.includes('return')
  const writers = format.list(analysis.writers.map(({ name }) => name))
  return (
    <Section id="review" title={t('review.title')} description={t('review.description', { writers })}>
      <Stack gap="sm">
        <Facts
          facts={[
            { label: t('column.state'), value: <AnalysisState state={analysis.state} /> },
            ...(submittedAt === null ? [] : [{ label: t('review.submittedOn'), value: format.dateTime(submittedAt) }]),
            ...(reviewer === null || reviewedAt === null
              ? []
              : [{ label: t('review.by'), value: `${reviewer.name}, ${format.dateTime(reviewedAt)}` }]),
            ...(reviewComment === null ? [] : [{ label: t('review.comment'), value: reviewComment }]),
            ...(validUntil === null ? [] : [{ label: t('review.validUntil'), value: format.day(validUntil) }]),
          ]}
        />
        {canReview && <ReviewForm analysis={analysis} />}
        {isSubmitted(analysis) && !canReview && <ByOther analysis={analysis} />}
      </Stack>
    </Section>
  )
}
