import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Page } from '../../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { portfolioDashboardQuery } from '../../portfolio/api.ts'
import { PortfolioPanel } from '../../portfolio/components/portfolio-panel.tsx'
import { RehearsalPanel } from '../components/rehearsal-panel.tsx'
import { ResourcesPanel } from '../../resources/components/resources-panel.tsx'

const Portfolio = () => {
  const { data, error, isPending, refetch } = useQuery(portfolioDashboardQuery())
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && <PortfolioPanel data={data} />}
    </>
  )
}

const names = ['portfolio', 'resources', 'elections'] as const

/** Dashboards of the house: the portfolio, its resources, and what an election would change. The URL says which. */
export const DashboardsPage = () => {
  const { t } = useTranslation('dashboards/rehearsals')
  const [search, setSearch] = useSearchParams()
  const tab = names.find((name) => name === search.get('tab')) ?? 'portfolio'
  const tabs = names.map((value) => ({ value, label: t(`tab.${value}`) }))
  const control = (
    <SegmentedControl aria-label={t('title')} value={tab} data={tabs} onChange={(value) => setSearch({ tab: value })} />
  )
  return (
    <Page title={t('title')} wide actions={control}>
      {tab === 'portfolio' && <Portfolio />}
      {tab === 'resources' && <ResourcesPanel />}
      {tab === 'elections' && <RehearsalPanel />}
    </Page>
  )
}
