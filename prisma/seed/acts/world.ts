import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Server } from '../../../apps/api/src/platform/records/call.ts'
import { hashToken } from '../../../apps/api/src/modules/users/queries.ts'
import { newId } from '../../../apps/api/src/platform/database/ids.ts'
import type { OrganizationKey } from '../people/organizations.ts'
import type { PersonaName } from '../people/personas.ts'
import { pdf } from './pdf.ts'

type Json = Record<string, unknown>
export type Answer = { id: string; version: number } & Json

/** What the whole play shares: the app, and who and what is known by name. */
export type Stage = {
  people: Map<PersonaName, { id: string; cookie: string }>
  organizations: Map<OrganizationKey, string>
  envelopes: Map<string, string>
  programs: Map<string, string>
  app: FastifyInstance
}

const headersOf = (stage: Stage, who: PersonaName) => ({
  'cookie': `entente=${stage.people.get(who)?.cookie ?? ''}`,
  'idempotency-key': randomUUID(),
})

const answered = (response: { statusCode: number; body: string }, what: string): Answer => {
  if (response.statusCode >= 300) throw new Error(`The demonstration failed at ${what}: ${response.body}`)
  return JSON.parse(response.body) as Answer
}

/** One person does one thing over HTTP, as a browser would. */
export const post = async (stage: Stage, who: PersonaName, path: string, body: Json = {}): Promise<Answer> => {
  const response = await stage.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: headersOf(stage, who),
    payload: body,
  })
  return answered(response, `${who} POST ${path}`)
}

export const get = async (stage: Stage, who: PersonaName, path: string): Promise<Answer> => {
  const response = await stage.app.inject({ method: 'GET', url: `/api/v1${path}`, headers: headersOf(stage, who) })
  return answered(response, `${who} GET ${path}`)
}

export const patch = async (
  stage: Stage,
  who: PersonaName,
  path: string,
  version: number,
  body: Json,
): Promise<Answer> => {
  const headers = { ...headersOf(stage, who), 'if-match': `"${version}"` }
  const response = await stage.app.inject({ method: 'PATCH', url: `/api/v1${path}`, headers, payload: body })
  return answered(response, `${who} PATCH ${path}`)
}

type Paper = { kind: string; title: string; lines?: string[]; classification?: string; language?: string }

/** Uploads a small real PDF and answers its id. */
export const file = async (stage: Stage, who: PersonaName, paper: Paper) => {
  const { kind, title, lines = [], classification = 'internal', language = 'fr' } = paper
  const form = new FormData()
  form.set('kind', kind)
  form.set('language', language)
  form.set('classification', classification)
  const bytes = await pdf(title, lines)
  form.set(
    'file',
    new Blob([bytes], { type: 'application/pdf' }),
    `${title.replaceAll(/[^\p{L}\d]+/gu, '-').toLowerCase()}.pdf`,
  )
  const request = new Request('http://demo.example/', { method: 'POST', body: form })
  const headers = { ...headersOf(stage, who), 'content-type': request.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await request.arrayBuffer())
  const response = await stage.app.inject({ method: 'POST', url: '/api/v1/documents', headers, payload })
  return answered(response, `${who} files ${title}`).id
}

const longAfter = new Date('2100-01-01T00:00:00Z')

/** A session for the whole play, whatever its clock says; taken away when it is over. */
export const admitToPlay = async ({ db }: Pick<Server, 'db'>, userId: string) => {
  const cookie = randomUUID()
  const row = {
    id: newId(),
    tokenHash: hashToken(cookie),
    userId,
    createdAt: longAfter,
    lastSeenAt: longAfter,
    expiresAt: longAfter,
  }
  await db.session.create({ data: row })
  return cookie
}
