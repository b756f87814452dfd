import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { ends, stage } from '@entente/shared/programs/workflow'
import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../../paths.ts'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { sessionQuery } from '../../../users/api.ts'
import { endedQuery, portfolioQuery } from '../api.ts'
import { PortfolioBoard } from '../components/portfolio-board.tsx'
import { PortfolioFilterBar } from '../components/portfolio-filter-bar.tsx'
import { type PortfolioFilters, usePortfolioFilters } from '../components/use-portfolio-filters.ts'

// The board comes first; the other ways to see it when they are asked for.
const PortfolioList = lazy(async () => ({ default: (await import('../components/portfolio-list.tsx')).PortfolioList }))
const PortfolioCalendar = lazy(async () => ({
  default: (await import('../components/portfolio-calendar.tsx')).PortfolioCalendar,
}))
const PortfolioTimeline = lazy(async () => ({
  default: (await import('../components/portfolio-timeline.tsx')).PortfolioTimeline,
}))
const PortfolioMap = lazy(async () => ({ default: (await import('../components/portfolio-map.tsx')).PortfolioMap }))

/** The running programs, and the ended ones where the list asks for them. */
const useCards = (portfolio: PortfolioFilters) => {
  const { data: board } = useSuspenseQuery(portfolioQuery())
  const wanted = stage.safeParse(portfolio.filters.stage).data
  const endsShown = ends.filter((end) => board.ended[end] > 0 && (wanted === undefined || wanted === end))
  const needsEnded = portfolio.view === 'list' && endsShown.length > 0
  const ended = useQuery({ ...endedQuery(endsShown), enabled: needsEnded })
  const running = board.columns.flatMap(({ cards }) => cards)
  return { board, ended, cards: needsEnded ? [...running, ...(ended.data ?? [])] : running }
}

type EmptyProps = { portfolio: PortfolioFilters; register: ReactNode }

const NoProgram = ({ portfolio, register }: EmptyProps) => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const clear = (
    <Button variant="light" onClick={portfolio.clear}>
      {t('filter.clear')}
    </Button>
  )
  return (
    <EmptyState
      icon={IconLayoutKanban}
      title={t(portfolio.isFiltered ? 'empty.filtered' : 'empty.title')}
      action={portfolio.isFiltered ? clear : register}
    />
  )
}

type ViewProps = { all: readonly PortfolioCard[]; cards: readonly PortfolioCard[]; portfolio: PortfolioFilters }

/** The same programs in another way than the board. */
const OtherView = ({ all, cards, portfolio }: ViewProps) => (
  <Suspense fallback={<PanelSkeleton />}>
    {portfolio.view === 'list' && <PortfolioList cards={cards} portfolio={portfolio} />}
    {portfolio.view === 'calendar' && <PortfolioCalendar cards={cards} portfolio={portfolio} />}
    {portfolio.view === 'timeline' && <PortfolioTimeline cards={cards} />}
    {portfolio.view === 'map' && <PortfolioMap all={all} cards={cards} portfolio={portfolio} />}
  </Suspense>
)

/** All programs by stage: what is blocked, by which rule, and what is next. */
export const PortfolioPage = ({ views }: { views: ReactNode }) => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const { data: session } = useSuspenseQuery(sessionQuery)
  const portfolio = usePortfolioFilters()
  const { board, ended, cards } = useCards(portfolio)
  const shown = portfolio.apply(cards)
  const register = session?.can.includes('registerRequest') === true && (
    <LinkButton to={paths.newRequest.href()} variant="filled" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('register')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} wide actions={register}>
      <PortfolioFilterBar cards={cards} portfolio={portfolio} views={views} />
      <ProblemAlert error={ended.error} onRetry={() => void ended.refetch()} />
      {shown.length === 0 && !ended.isFetching && <NoProgram portfolio={portfolio} register={register} />}
      {shown.length > 0 && <OtherView all={cards} cards={shown} portfolio={portfolio} />}
      {shown.length > 0 && portfolio.view === 'board' && (
        <PortfolioBoard board={board} apply={portfolio.apply} laneBy={portfolio.lanes} />
      )}
    </Page>
  )
}
