import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { z } from 'zod'
import type { Endpoint, FileReply, ReplyOf } from '@entente/shared/kernel/endpoint'
import { asAttachment } from '../files/attachment.ts'
import type { Call, CallOf, Server } from '../records/call.ts'
import { reading, readingAs } from '../records/call.ts'
import type { Checked, Visible } from '../records/changing.ts'
import { fingerprintOf } from '../records/command.ts'
import { hasRole, type RoleRule } from '../rules/policy.ts'
import { ProblemError, notFound } from '../rules/problems.ts'
import { ReadyAnswer } from './ready-answer.ts'
import { parse } from '../rules/validation.ts'

/** An operation that is open to some roles, whoever among them asks; a public one is open to all. */
type Open<E extends Endpoint> = {
  rule?: RoleRule
  asks?: never
  visible?: Visible
  /** The present version, cheaper than the answer: whoever has it already gets 304 and no body. */
  unchanged?: (call: CallOf<E>) => Promise<number>
  handle: (call: CallOf<E>) => Promise<ReplyOf<E>>
}

/** A rule that names persons or states is asked by the handler itself (`changing`, `adding`): it fits in no other. */
type Mounted<E extends Endpoint> = Open<E> | (Checked<E> & { unchanged?: never })

/** What an operation without body or query takes: no field and no parameter (400). */
const nothing = z.strictObject({})
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Puts one endpoint on the server. Checks run in the order interface.md fixes: sign-in, role, visibility of the
 * record, version header; then Fastify parses and validates the body; then the handler.
 */
export const mount = <E extends Endpoint>(app: FastifyInstance, server: Server, endpoint: E, mounted: Mounted<E>) => {
  if (endpoint.public !== true && mounted.rule === undefined) throw new Error(`${endpoint.path} is open to nobody`)
  app.route({
    method: endpoint.method as HTTPMethods,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    config: { endpoint, ...(mounted.rule && { rule: mounted.rule }), ...(mounted.asks && { asks: mounted.asks }) },
    onRequest: async (request) => {
      if (endpoint.public !== true) await admit(server, request, mounted)
      requireHeaders(endpoint, request)
    },
    preValidation: async (request) => {
      if (endpoint.body === undefined) parse(nothing.nullish(), request.body)
    },
    handler: async (request, reply) => {
      const { params, query, body } = request
      const call = { ...callOf(server, endpoint, request, reply), params, query, body } as CallOf<E>
      if (await isKnown(request, mounted, call)) return reply.headers(kept).code(304).send()
      return answer(reply, endpoint, call, await handled(endpoint, call, mounted.handle))
    },
  })
}

/** A command asks its rule in its own transaction; what is only read is read as who asks may. */
const handled = <E extends Endpoint>(endpoint: E, call: CallOf<E>, handle: Mounted<E>['handle']) =>
  endpoint.method === 'GET' && call.request.actor !== null
    ? readingAs(call.server, call.actor, (server) => handle({ ...call, server }))
    : handle(call)

const admit = async <E extends Endpoint>(server: Server, request: FastifyRequest, mounted: Mounted<E>) => {
  if (request.actor === null) throw new ProblemError('not-signed-in')
  if (mounted.rule !== undefined && !hasRole(request.actor, mounted.rule.roles))
    throw new ProblemError('closed-to-role')
  if (mounted.visible === undefined) return
  const { id } = request.params as { id?: string }
  if (id === undefined || !uuid.test(id)) throw notFound()
  const { actor } = request
  const { visible } = mounted
  const isThere = await readingAs(server, actor, async (asked) => visible(await reading(asked), actor, id))
  if (!isThere) throw notFound()
}

const requireHeaders = (endpoint: Endpoint, request: FastifyRequest) => {
  const edits = endpoint.method === 'PATCH' || endpoint.method === 'PUT' || endpoint.method === 'DELETE'
  const needsVersion = (edits && endpoint.params !== undefined) || endpoint.ifMatch === 'required'
  if (needsVersion && request.headers['if-match'] === undefined) throw new ProblemError('precondition-required')
  if (endpoint.idempotencyKey === 'required' && request.headers['idempotency-key'] === undefined) {
    throw new ProblemError('idempotency-key-required')
  }
}

const schemaOf = (endpoint: Endpoint) => ({
  summary: endpoint.summary,
  tags: [endpoint.tag],
  ...(endpoint.params && { params: endpoint.params }),
  querystring: endpoint.query ?? nothing,
  ...(endpoint.body && endpoint.upload !== true && { body: endpoint.body }),
  ...(endpoint.upload === true && { consumes: ['multipart/form-data'] }),
  ...(endpoint.response && { response: { [endpoint.status]: endpoint.response } }),
})

/** The version named by `If-Match: "<n>"`. A header that names none can match nothing (412 later). */
const versionOf = (header: string | undefined) => {
  if (header === undefined) return null
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  return digits === undefined ? -1 : Number(digits)
}

const idempotencyOf = (endpoint: Endpoint, request: FastifyRequest) => {
  const key = request.headers['idempotency-key']
  if (endpoint.method !== 'POST' || endpoint.path === '/session' || typeof key !== 'string') return null
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ProblemError('malformed', {
      detail: {
        fr: 'Idempotency-Key : de 1 à 255 caractères ASCII visibles.',
        en: 'Idempotency-Key: 1 to 255 visible ASCII characters.',
      },
    })
  }
  return { key, fingerprint: fingerprintOf(request.method, request.url, request.body) }
}

const callOf = (server: Server, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): Call => ({
  server,
  actor: request.actor ?? server.nobody,
  locale: request.locale,
  ifMatch: versionOf(request.headers['if-match']),
  idempotency: idempotencyOf(endpoint, request),
  request,
  reply,
  status: endpoint.status,
})

const etagOf = (version: number) => `"${version}"`

/** The browser keeps the answer for this person, and asks each time whether it still holds. */
const kept = { 'cache-control': 'private, no-cache', 'vary': 'cookie, accept-language' }

const isKnown = async <E extends Endpoint>(request: FastifyRequest, { unchanged }: Mounted<E>, call: CallOf<E>) => {
  const known = request.headers['if-none-match']
  return unchanged !== undefined && known !== undefined && known === etagOf(await unchanged(call))
}

const answer = (reply: FastifyReply, endpoint: Endpoint, call: Call, body: unknown) => {
  if (body instanceof ReadyAnswer) {
    void reply.headers({ ...kept, etag: etagOf(body.version) }).type('application/json; charset=utf-8')
    return reply.code(endpoint.status).send(body.text)
  }
  if (endpoint.file === true) {
    const file = body as FileReply
    return asAttachment(reply.code(endpoint.status), file).send(Buffer.from(file.content))
  }
  if (call.replayed === true) void reply.header('idempotent-replayed', 'true')
  if (typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number') {
    void reply.header('etag', etagOf(body.version))
  }
  return reply.code(endpoint.status).send(endpoint.status === 204 ? undefined : body)
}
