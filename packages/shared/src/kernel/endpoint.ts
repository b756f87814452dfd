import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * One HTTP operation, written once: the API validates, serialises and documents from it, the SPA takes its URL and
 * types from it. `path` is relative to `/api/v1`; parameters are written `:id`.
 */
export type Endpoint = {
  method: Method
  path: string
  summary: string
  tag: string
  /** Open to people who are not signed in. Absent means closed: a test lists every public endpoint. */
  public?: true
  status: number
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The body is `multipart/form-data` with one file; `body` then describes the other fields. */
  upload?: true
  response?: z.ZodType
  /** The answer is a file to keep, never a page of ours. */
  file?: true
  /** Changes no record, and so leaves no row in the trail: who has a card open just now. */
  fleeting?: true
  /** POST only: `required` where money, decisions or transitions are made (400 without the header). */
  idempotencyKey?: 'required'
  /** `If-Match` must be sent (428 without). Always so on PATCH, PUT and DELETE. */
  ifMatch?: 'required'
}

/** Keeps the literal types of a contract entry. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition

type In<T> = T extends z.ZodType ? z.input<T> : undefined
type Out<T> = T extends z.ZodType ? z.output<T> : undefined

/** What a caller sends. */
export type RequestOf<E extends Endpoint> = {
  params: In<E['params']>
  query: In<E['query']>
  body: In<E['body']>
}

/** What a handler receives, after validation. */
export type ParsedOf<E extends Endpoint> = {
  params: Out<E['params']>
  query: Out<E['query']>
  body: Out<E['body']>
}

/** What a caller gets back. */
export type AnswerOf<E extends Endpoint> = Out<E['response']>

/** A file as it is handed over: its name, its media type, its bytes. */
export type FileReply = { name: string; mediaType: string; content: Uint8Array }

/** What a handler returns: the answer before the schema strips what is not listed. */
export type ReplyOf<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.input<E['response']>
  : E['file'] extends true
    ? FileReply
    : void
