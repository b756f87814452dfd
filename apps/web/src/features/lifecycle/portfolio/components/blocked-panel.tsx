import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../../paths.ts'
import { BilingualText } from '../../../../ui/display/bilingual-text.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { sessionQuery } from '../../../users/api.ts'
import { portfolioQuery } from '../api.ts'
import { NextGate } from './portfolio-card.tsx'
import { StageAge } from './stage-age.tsx'

const useColumns = (): Column<PortfolioCard>[] => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const stageName = useStageName()
  return [
    {
      id: 'program',
      header: t('column.program'),
      isName: true,
      cell: (card) => (
        <>
          <Link to={paths.program.href(card.id)}>{card.reference}</Link>
          <Text component="div" size="sm" fw={400}>
            <BilingualText value={card.title} />
          </Text>
        </>
      ),
    },
    { id: 'stage', header: t('column.stage'), cell: (card) => stageName(card.stage) },
    { id: 'age', header: t('column.age'), numeric: true, cell: (card) => <StageAge card={card} compact /> },
    { id: 'gate', header: t('column.gate'), cell: (card) => <NextGate blockedBy={card.blockedBy} /> },
  ]
}

/** Rows of the panel; the board shows them all. */
const few = 5

/** The programs this coordinator answers for that cannot go on, longest in their stage first, and what each one lacks. */
export const BlockedPanel = () => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const { data: session } = useSuspenseQuery(sessionQuery)
  const columns = useColumns()
  const { data, error, isPending, refetch } = useQuery(portfolioQuery())
  const me = session?.user.id ?? ''
  const blocked = (data?.columns ?? [])
    .flatMap(({ cards }) => cards)
    .filter((card) => card.coordinator.id === me && card.blockedBy !== null)
    .toSorted((one, other) => other.ageDays - one.ageDays)
  return (
    <Section
      id="blocked"
      title={data === undefined ? t('blockedPanel.caption') : t('blockedPanel.title', { count: blocked.length })}
      actions={
        <LinkButton to={`${paths.programs.href()}?blocked=true&coordinator=${me}`}>{t('blockedPanel.open')}</LinkButton>
      }
    >
      {isPending && <PanelSkeleton />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <DataTable
          caption={t('blockedPanel.caption')}
          isCaptionHidden
          columns={columns}
          rows={blocked.slice(0, few)}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('blockedPanel.empty')} />}
        />
      )}
    </Section>
  )
}
