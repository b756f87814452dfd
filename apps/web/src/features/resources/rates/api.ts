import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { today } from '../../../lib/format/days.ts'
import { dossierKeys } from '../../programs/api.ts'

export const thisFiscalYear = () => fiscalYearOf(today())

/** The rates one converts at on a day, and whether I may record one. */
export const ratesQuery = (on: string) =>
  queryOptions({
    queryKey: ['resources', 'rates', on],
    queryFn: () => call(exchangeRates.inForce, { query: on === '' ? {} : { on } }),
  })

/** Every rate as it was recorded, latest first. */
export const rateHistoryQuery = () =>
  infiniteQueryOptions({
    queryKey: ['resources', 'rates', 'history'],
    queryFn: ({ pageParam }) => call(exchangeRates.list, { query: pageOf(pageParam) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** A page of a long list, from a place in it. */
export const pageOf = (cursor: string) => ({ limit: '50', ...(cursor !== '' && { cursor }) })

/** What is out of date after any change of resources. */
export const stale = [['resources'], ['documents'], ...dossierKeys] as const

export const useRecordRate = () => useCommand(exchangeRates.record, { invalidates: stale })
export const useConfirmRate = () => useCommand(exchangeRates.confirm, { invalidates: stale })
