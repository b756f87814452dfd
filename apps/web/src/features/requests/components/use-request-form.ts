import { type Authority, type NewRequest, newRequest, type Request } from '@entente/shared/requests/contract'
import { useForm } from '@mantine/form'
import { checkedBy } from '../../../lib/form/form.ts'

const nobody: Authority = { name: '', type: 'emb' }

type RequestValues = Pick<NewRequest, 'title' | 'scope' | 'kind' | 'requestingAuthority' | 'channel' | 'object'> & {
  countryCode: string | null
  transmittingAuthority: Authority
  beneficiary: Authority
  signedOn: string
  receivedOn: string
  eventType: NonNullable<NewRequest['electoralEvent']>['type']
  eventOn: string
  letterDocumentId: string | null
}

const blank: RequestValues = {
  title: { fr: '', en: null },
  countryCode: null,
  scope: 'country',
  kind: 'program',
  requestingAuthority: nobody,
  transmittingAuthority: nobody,
  beneficiary: nobody,
  channel: 'dge',
  signedOn: '',
  receivedOn: '',
  object: '',
  eventType: 'presidential',
  eventOn: '',
  letterDocumentId: null,
}

const named = (authority: Authority) => (authority.name.trim() === '' ? null : authority)

/** What may still be corrected once the dossier is open; what is left empty is absent. */
export const editOf = (values: RequestValues) => ({
  requestingAuthority: values.requestingAuthority,
  transmittingAuthority: named(values.transmittingAuthority),
  beneficiary: named(values.beneficiary),
  channel: values.channel,
  signedOn: values.signedOn,
  receivedOn: values.receivedOn,
  object: values.object,
  electoralEvent: values.eventOn === '' ? null : { type: values.eventType, date: values.eventOn },
  letterDocumentId: values.letterDocumentId,
})

/** The whole request as the contract wants it. */
export const bodyOf = (values: RequestValues) => ({
  ...editOf(values),
  title: values.title,
  kind: values.kind,
  scope: values.scope,
  countryCode: values.scope === 'country' ? values.countryCode : null,
})

const valuesOf = (request: Request): RequestValues => ({
  ...blank,
  title: request.program.title,
  countryCode: request.countryCode,
  kind: request.kind,
  requestingAuthority: request.requestingAuthority,
  transmittingAuthority: request.transmittingAuthority ?? nobody,
  beneficiary: request.beneficiary ?? nobody,
  channel: request.channel,
  signedOn: request.signedOn,
  receivedOn: request.receivedOn,
  object: request.object,
  eventType: request.electoralEvent?.type ?? 'presidential',
  eventOn: request.electoralEvent?.date ?? '',
  letterDocumentId: request.letterDocumentId,
})

/** The server names `electoralEvent.date`; the form has `eventOn`. */
const places: Record<string, string> = { 'electoralEvent.date': 'eventOn', 'electoralEvent.type': 'eventType' }

const check = (values: RequestValues) => {
  const errors = checkedBy(newRequest)(bodyOf(values))
  return Object.fromEntries(Object.entries(errors).map(([place, error]) => [places[place] ?? place, error]))
}

export const useRequestForm = (request?: Request) =>
  useForm<RequestValues>({ initialValues: request === undefined ? blank : valuesOf(request), validate: check })

export type RequestForm = ReturnType<typeof useRequestForm>
