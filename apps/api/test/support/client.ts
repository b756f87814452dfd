import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Document } from '@entente/shared/documents/contract'
import type { Role } from '@entente/shared/users/contract'
import { z } from 'zod'

/** What came back. `problem` is the last part of a refusal's type, `pointers` the fields it names. */
export type Reply<T> = {
  status: number
  body: T
  problem: string | null
  pointers: string[]
  headers: Record<string, unknown>
}

/** The part of most records that a test needs without naming the contract's type. */
export type Known = { id: string; version: number; state: string; can: string[] }
/** How several calls made at one moment were answered, in order of the numbers. */
export const statusesOf = (replies: readonly { status: number }[]) =>
  replies.map((reply) => reply.status).toSorted((left, right) => left - right)

type Headers = Record<string, string>

const refusal = z.object({
  type: z.string().startsWith('/problems/'),
  errors: z.array(z.object({ pointer: z.string() })).default([]),
})

/** A signed-in browser of one person: the verbs of HTTP under `/api/v1`, on the very app that ships. */
export type TestClient = ReturnType<typeof clientOf>

export const clientOf = (app: () => FastifyInstance, signIn: () => Promise<{ cookie: string }>) => {
  const send = async <T>(options: InjectOptions & { url: string }): Promise<Reply<T>> => {
    const { cookie } = await signIn()
    const answer = await app().inject({
      ...options,
      url: `/api/v1${options.url}`,
      headers: { cookie, ...options.headers },
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    const body = isJson ? answer.json() : answer.body
    const refused = refusal.safeParse(body)
    return {
      status: answer.statusCode,
      body,
      problem: refused.success ? refused.data.type.replace('/problems/', '') : null,
      pointers: refused.success ? refused.data.errors.map((error) => error.pointer) : [],
      headers: answer.headers,
    }
  }
  return {
    get: <T = Known>(url: string, headers: Headers = {}) => send<T>({ method: 'GET', url, headers }),
    /** With an idempotency key of its own, unless `headers` name one. */
    post: <T = Known>(url: string, body: object = {}, headers: Headers = {}) =>
      send<T>({ method: 'POST', url, payload: body, headers: { 'idempotency-key': randomUUID(), ...headers } }),
    patch: <T = Known>(url: string, body: object, version: number, headers: Headers = {}) =>
      send<T>({ method: 'PATCH', url, payload: body, headers: { 'if-match': `"${version}"`, ...headers } }),
    delete: <T = Known>(url: string, version: number) =>
      send<T>({ method: 'DELETE', url, headers: { 'if-match': `"${version}"` } }),
    /** A tiny valid PDF, or other bytes, as the browser would send them. */
    upload: (fields: UploadFields = {}, bytes: Buffer = aPdf(), name = 'document.pdf', more: Headers = {}) => {
      const { headers, payload } = multipart(fields, bytes, name)
      return send<Document>({ method: 'POST', url: '/documents', payload, headers: { ...headers, ...more } })
    },
    send,
    /** What a browser sends to be recognised, for calls that do not go through here. */
    session: signIn,
  }
}

export type UploadFields = Record<string, string>

/** A PDF of one empty page; every call makes other bytes. */
export const aPdf = () =>
  Buffer.from(
    `%PDF-1.4\n% ${randomUUID()}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )

const multipart = (fields: UploadFields, bytes: Buffer, name: string) => {
  const boundary = `----${randomUUID()}`
  const values = { kind: 'other', language: 'fr', classification: 'internal', ...fields }
  const parts = Object.entries(values).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(parts.join('') + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

/** People by the part they play; a second of a kind is `analyst2`. Partners are made by `aPartner`. */
export type Persona = Exclude<Role, 'partner'> | `${Exclude<Role, 'partner'>}${2 | 3}`
export type Person = TestClient & { id: string; name: string; organizationId: string | null }
