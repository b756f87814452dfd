import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { maximumFileSize } from '@entente/shared/documents/contract'
import type { Request } from '@entente/shared/requests/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { aPdf } from '../../../test/support/client.ts'
import { type Person, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const coordinator = () => world.as('coordinator')
/** A PDF of exactly so many bytes. */
const aPdfOf = (size: number) => Buffer.concat([aPdf(), Buffer.alloc(size, ' ')]).subarray(0, size)
const script = '<script>alert(document.domain)</script>'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const content = async (id: string) =>
  (await coordinator()).send<string>({ method: 'GET', url: `/documents/${id}/content` })

describe('The type of a file', () => {
  it('is read from its content, whatever its name and the browser say', async () => {
    const { mediaType, sha256, size } = await granted((await coordinator()).upload({}, png, 'lettre.pdf'))
    expect({ mediaType, size }).toEqual({ mediaType: 'image/png', size: png.length })
    expect(sha256).toBe(createHash('sha256').update(png).digest('hex'))
  })

  it.each([
    ['a page', Buffer.from(`<!doctype html><html>${script}</html>`)],
    [
      'a drawing with a script',
      Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    ],
    ['a page that pretends to be a PDF further on', Buffer.from(`<html>${script}</html>\n%PDF-1.4\n%%EOF`)],
    ['a picture of the old web', Buffer.from(`GIF89a/*${script}*/`)],
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex')],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['plain text', Buffer.from('Madame la directrice générale,')],
  ])('is refused when it is %s, however it is named', async (_, bytes) => {
    for (const name of ['lettre.pdf', 'lettre.html']) {
      expect(await (await coordinator()).upload({}, bytes, name)).toMatchObject({ status: 400, pointers: ['/file'] })
    }
  })
})

describe('A file that is also a page', () => {
  it.each([
    ['a PDF', Buffer.concat([aPdf(), Buffer.from(`<html>${script}</html>`)]), 'application/pdf'],
    [
      'a picture',
      Buffer.concat([png, Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)]),
      'image/png',
    ],
  ])('is only ever handed over as %s, an attachment that no browser runs', async (_, bytes, type) => {
    const { id } = await granted((await coordinator()).upload({}, bytes, 'page.html'))
    const { status, headers } = await content(id)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': "attachment; filename*=UTF-8''page.html",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })
})

describe('The size of a file', () => {
  it('may be the limit, and not one byte more', async () => {
    const by = await coordinator()
    expect(await by.upload({}, aPdfOf(maximumFileSize))).toMatchObject({ status: 201, body: { size: maximumFileSize } })
    expect(await by.upload({}, aPdfOf(maximumFileSize + 1))).toMatchObject({ status: 413, problem: 'too-large' })
  })

  it('is never nothing', async () => {
    expect(await (await coordinator()).upload({}, Buffer.alloc(0))).toMatchObject({ status: 400, pointers: ['/file'] })
  })
})

describe('The name of a file', () => {
  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/etc/shadow', 'shadow'],
    ['lettre\u202efdp.exe', 'lettrefdp.exe'],
    ['\u2066lettre\u2069\u200f.pdf', 'lettre.pdf'],
    ['lettre\u0007.pdf', 'lettre.pdf'],
    ['../', 'document'],
    ['Préavis d’élection.pdf', 'Préavis d’élection.pdf'],
  ])('%j is kept as %j', async (given, kept) => {
    const stored = await granted((await coordinator()).upload({}, aPdf(), given))
    expect(stored.name).toBe(kept)
    const { headers } = await content(stored.id)
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(kept)}`)
  })

  it('is cut between characters, never within one', async () => {
    const { id, name } = await granted((await coordinator()).upload({}, aPdf(), `${'🗳'.repeat(120)}s.pdf`))
    expect(name).toMatch(/^🗳+s\.pdf$/u)
    expect((await content(id)).status).toBe(200)
  })

  it('says nothing of where the file is stored, outside what is served', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-names-'))
    const before = await readdir(folder)
    const { sha256 } = await granted((await coordinator()).upload({}, aPdf(), `../../..${folder}/x.pdf`))
    expect(await readdir(folder)).toEqual(before)
    await rm(folder, { recursive: true })
    expect(await world.storedFiles()).toContain(sha256)
  })
})

describe('What is said of a file', () => {
  it.each([
    ['kind', { kind: 'memo' }],
    ['language', { language: 'français' }],
    ['classification', { classification: 'secret' }],
    ['classification', { classification: '__proto__' }],
    ['audience', { audience: 'everyone' }],
    ['audience', { classification: 'partner', audience: 'public' }],
    ['audience', { audience: 'partners' }],
    ['organizationIds', { audience: 'organizations' }],
    ['uploadedById', { uploadedById: 'x' }],
    ['programId', { programId: 'x' }],
    ['mediaType', { mediaType: 'text/html' }],
    ['sha256', { sha256: 'x' }],
  ])('takes known words and no other field: %s', async (field, fields) => {
    const before = await world.db.document.count()
    expect(await (await coordinator()).upload(fields)).toMatchObject({ status: 400, pointers: [`/${field}`] })
    expect(await world.db.document.count()).toBe(before)
  })

  it('is stored once for one idempotency key', async () => {
    const by = await coordinator()
    const bytes = aPdf()
    const send = () => by.upload({}, bytes, 'une-fois.pdf', { 'idempotency-key': 'une-fois' })
    const [first, second] = [await send(), await send()]
    expect(second).toMatchObject({ status: 201, body: first.body, headers: { 'idempotent-replayed': 'true' } })
    const other = await by.upload({}, aPdf(), 'une-fois.pdf', { 'idempotency-key': 'une-fois' })
    expect(other).toMatchObject({ status: 422, problem: 'idempotency-key-reused' })
  })
})

describe('The classification', () => {
  it('keeps a restricted file with who filed it and those who must work on it', async () => {
    const { id } = await world.aProvenProgram('design')
    const { id: organizationId } = await world.aMember(id, 'host', 'CENI-X')
    const documentId = await signed(id, organizationId, 'restricted')
    const listed = { uploaded: await coordinator(), others: await world.as('coordinator2') }
    const seen = async (by: Person) => {
      const statuses = ['', '/content'].map(async (path) => (await by.get(`/documents/${documentId}${path}`)).status)
      const { items } = await granted(by.get<{ items: { id: string }[] }>(`/programs/${id}/documents`))
      return [...(await Promise.all(statuses)), items.some((item) => item.id === documentId)]
    }
    for (const role of ['analyst', 'manager', 'executive', 'auditor'] as const)
      expect([role, ...(await seen(await world.as(role)))]).toEqual([role, 200, 200, true])
    expect(await seen(listed.uploaded)).toEqual([200, 200, true])
    expect(await seen(listed.others)).toEqual([404, 404, false])
    expect(await seen(await world.as('admin'))).toEqual([404, 404, false])
    await world.db.program.update({ where: { id }, data: { coordinatorId: listed.others.id } })
    expect(await seen(listed.others)).toEqual([200, 200, true])
  })

  it('lets a colleague save a record that cites a file they may not open', async () => {
    const { id: programId, requestId } = await world.aProvenProgram('design')
    const letterDocumentId = await world.aDocument(await coordinator(), {
      kind: 'letter',
      classification: 'restricted',
    })
    const request = await granted(
      (await coordinator()).patch<Request>(`/requests/${requestId}`, { letterDocumentId }, 2),
    )
    const other = await world.as('coordinator2')
    expect(await other.get(`/documents/${letterDocumentId}`)).toMatchObject({ status: 404 })
    const saved = await other.patch(`/requests/${requestId}`, { letterDocumentId, object: 'Autre' }, request.version)
    expect(saved).toMatchObject({ status: 200, body: { programId, letterDocumentId } })
  })

  it('decides what a partner of the program may open; an analyst opens all', async () => {
    const { id } = await world.aProvenProgram('design')
    const { id: organizationId } = await world.aMember(id, 'host', 'CENI-D')
    await world.aShare(id, organizationId, ['documents'])
    const partner = await world.aPartner(organizationId)
    for (const [classification, status] of [
      ['public', 200],
      ['partner', 200],
      ['internal', 404],
      ['restricted', 404],
    ] as const) {
      const documentId = await signed(id, organizationId, classification)
      for (const path of ['', '/content']) {
        expect({ classification, status: (await partner.get(`/documents/${documentId}${path}`)).status }).toEqual({
          classification,
          status,
        })
        expect(await (await world.as('analyst')).get(`/documents/${documentId}${path}`)).toMatchObject({ status: 200 })
      }
    }
  })

  it('opens nothing where the documents are not shared', async () => {
    const { id } = await world.aProvenProgram('design')
    const { id: organizationId } = await world.aMember(id, 'host', 'CENI-E')
    await world.aShare(id, organizationId, ['overview', 'results'])
    const partner = await world.aPartner(organizationId)
    const documentId = await signed(id, organizationId, 'public')
    expect(await partner.get(`/documents/${documentId}/content`)).toMatchObject({ status: 404 })
  })
})

/** A document of this classification, filed in the program by an agreement. */
const signed = async (programId: string, organizationId: string, classification: string) => {
  const by = await coordinator()
  const documentId = await world.aDocument(by, { kind: 'agreement', classification })
  const term = { signedOn: '2026-11-23', startsOn: '2026-11-23', endsOn: '2027-11-22' }
  const body = { organizationId, kind: 'memorandum', title: 'Protocole', documentId, ...term }
  await granted(by.post(`/programs/${programId}/agreements`, body))
  return documentId
}
