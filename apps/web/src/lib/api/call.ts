import type { AnswerOf, Endpoint, RequestOf } from '@entente/shared/kernel/endpoint'
import { acceptIn, takePrefetched } from './prefetch.ts'
import { OfflineError, problemOf } from './problem.ts'
import { currentLocale } from '../i18n/i18n.ts'

/** The parts the contract describes and no others; a part whose fields are all optional may be left out. */
type Part<Name extends string, T> = [T] extends [undefined]
  ? unknown
  : object extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T }

export type CallOptions<E extends Endpoint> = Part<'params', RequestOf<E>['params']> &
  Part<'query', RequestOf<E>['query']> &
  Part<'body', E['upload'] extends true ? RequestOf<E>['body'] & { file: File } : RequestOf<E>['body']> & {
    /** The version the person was looking at. */
    ifMatch?: number
    /** One per intention (`useIdempotencyKey`), so that a repeated click or a retry acts once. */
    idempotencyKey?: string
    /** What an operation asks for besides, such as the password of a shared link. */
    headers?: Record<string, string>
    signal?: AbortSignal
  }

type Scalar = string | number | boolean | null | undefined
type Loose = {
  params?: Record<string, Scalar>
  query?: Record<string, Scalar>
  body?: unknown
  ifMatch?: number
  idempotencyKey?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Where an operation is, with its parameters and query. */
export const urlOf = (endpoint: Endpoint, { params = {}, query = {} }: Loose) => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(name, String(value))
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

const formOf = (body: object) => {
  const form = new FormData()
  // Fields first: a server that reads the stream knows them when the file arrives.
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') form.set(name, value)
  for (const [name, value] of Object.entries(body)) if (value instanceof File) form.set(name, value)
  return form
}

const requestOf = (endpoint: Endpoint, options: Loose): RequestInit => {
  const headers = new Headers({
    ...options.headers,
    ...acceptIn(currentLocale()),
  })
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey)
  const init: RequestInit = {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    signal: options.signal ?? null,
  }
  if (options.body === undefined || options.body === null) return init
  if (endpoint.upload) return { ...init, body: formOf(options.body) }
  headers.set('Content-Type', 'application/json')
  return { ...init, body: JSON.stringify(options.body) }
}

/** One HTTP operation, from its contract: `await call(programs.get, { params: { id } })`. Refusals throw `ApiProblem`. */
export const call = async <const E extends Endpoint>(endpoint: E, options: CallOptions<E>): Promise<AnswerOf<E>> => {
  const url = urlOf(endpoint, options)
  const ahead = endpoint.method === 'GET' ? takePrefetched(url) : undefined
  const answer = await (ahead ?? fetch(url, requestOf(endpoint, options))).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new OfflineError()
  })
  if (!answer.ok) throw await problemOf(answer)
  if (answer.status === 204) return undefined as AnswerOf<E>
  return (await answer.json()) as AnswerOf<E>
}
