import { partnerViews } from '@entente/shared/shares/partner/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'

/** A program as the caller's organization sees it. */
export const partnerViewQuery = (programId: string) =>
  queryOptions({
    queryKey: ['shares', 'view', programId, currentLocale()],
    queryFn: () => call(partnerViews.ofProgram, { params: { id: programId } }),
  })

/** Headers travel in ASCII: a password is written in percent signs. */
export const passwordHeader = (password: string): Record<string, string> =>
  password === '' ? {} : { 'share-password': encodeURIComponent(password) }

/** A program through a link that anyone may hold, with its password where it has one. */
export const linkedViewQuery = (token: string, password: string) =>
  queryOptions({
    queryKey: ['shares', 'link', token, password, currentLocale()],
    queryFn: () => call(partnerViews.byLink, { params: { token }, headers: passwordHeader(password) }),
    retry: false,
  })
