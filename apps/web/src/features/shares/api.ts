import { shares } from '@entente/shared/shares/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'
import { dossierKeys } from '../programs/api.ts'

/** Who may see a program from outside. */
export const programSharesQuery = (programId: string) =>
  queryOptions({
    queryKey: ['shares', 'program', programId, currentLocale()],
    queryFn: () => call(shares.ofProgram, { params: { id: programId } }),
  })

/** A program as the caller's organization sees it. */
export const partnerViewQuery = (programId: string) =>
  queryOptions({
    queryKey: ['shares', 'view', programId, currentLocale()],
    queryFn: () => call(shares.partnerView, { params: { id: programId } }),
  })

/** Headers travel in ASCII: a password is written in percent signs. */
export const passwordHeader = (password: string): Record<string, string> =>
  password === '' ? {} : { 'share-password': encodeURIComponent(password) }

/** A program through a link that anyone may hold, with its password where it has one. */
export const linkedViewQuery = (token: string, password: string) =>
  queryOptions({
    queryKey: ['shares', 'link', token, password, currentLocale()],
    queryFn: () => call(shares.byLink, { params: { token }, headers: passwordHeader(password) }),
    retry: false,
  })

const stale = [['shares'], ...dossierKeys] as const

export const useGrantShare = () => useCommand(shares.grant, { invalidates: stale })
export const useRevokeShare = () => useCommand(shares.revoke, { invalidates: stale })
