import type { Analysis } from '@entente/shared/analyses/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../ui/page/link-button.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { waitingQuery } from '../api.ts'
import { AnalysisTable } from './analysis-table.tsx'

const count = (waiting: { toReview: Analysis[]; returned: Analysis[] } | undefined) =>
  waiting === undefined ? 0 : waiting.toReview.length + waiting.returned.length

/** Analyses that wait for this person: to review, or returned and to be taken up again. */
export const WaitingPanel = () => {
  const { t } = useTranslation('analyses')
  const { data, error, isPending, refetch } = useQuery(waitingQuery())
  return (
    <Section
      id="analyses"
      title={t('panel.title', { count: count(data) })}
      actions={<LinkButton to={paths.analyses.href()}>{t('panel.open')}</LinkButton>}
    >
      {isPending && <PanelSkeleton />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <AnalysisTable
          caption={t('panel.caption')}
          rows={[...data.toReview, ...data.returned]}
          empty={<EmptyState title={t('panel.empty')} />}
        />
      )}
    </Section>
  )
}
