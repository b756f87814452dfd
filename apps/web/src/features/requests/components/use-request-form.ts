import { type Request, requests } from '@entente/shared/requests/contract'
import { useFormOfPair } from '../../../lib/form/use-form-of.ts'

/** A new request, or what may still be corrected of one. */
export const useRequestForm = (request?: Request) =>
  useFormOfPair(
    { add: requests.register, edit: requests.edit },
    {
      of: request,
      ...(request === undefined && { start: { kind: 'program', channel: 'dge' } }),
      sent: ({ scope, countryCode }) => ({ countryCode: scope === 'country' ? countryCode : '' }),
    },
  )

export type RequestForm = ReturnType<typeof useRequestForm>
