import { resourcesPanel } from '@entente/shared/dashboards/resources/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'

/** Envelopes and programs of a fiscal year; of the present one when none is named. */
export const resourcesDashboardQuery = (fiscalYear: string) =>
  queryOptions({
    queryKey: ['dashboards', 'resources', fiscalYear],
    queryFn: () => call(resourcesPanel.get, { query: fiscalYear === '' ? {} : { fiscalYear } }),
  })
