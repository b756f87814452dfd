import { proof } from '@entente/shared/proof/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'

/** Every gate of a program as it stood at the end of a day; today where no day is named. */
export const proofQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['proof', id, asOf ?? '', currentLocale()],
    queryFn: () => call(proof.asOf, { params: { id }, query: asOf === undefined ? {} : { asOf } }),
  })
