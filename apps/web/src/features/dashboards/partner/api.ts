import { partnerPanel } from '@entente/shared/dashboards/partner/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'

/** The programs shared with my organization and what each asks of it. */
export const partnerDashboardQuery = () =>
  queryOptions({
    queryKey: ['dashboards', 'partner', currentLocale()],
    queryFn: () => call(partnerPanel.get, {}),
  })
