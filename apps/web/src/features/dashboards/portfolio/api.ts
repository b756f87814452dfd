import { portfolioPanel } from '@entente/shared/dashboards/portfolio/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'

/** The figures of the whole portfolio, in the language of the interface. */
export const portfolioDashboardQuery = () =>
  queryOptions({
    queryKey: ['dashboards', 'portfolio', currentLocale()],
    queryFn: () => call(portfolioPanel.get, {}),
  })
