import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { granted } from '../support/builders.ts'
import { resourcesIn } from '../support/resources.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { type Person, useWorld } from '../support/world.ts'

const world = useWorld()
const { routes } = await takeInventory()
const openToPartners = endpoints.filter(
  (endpoint) =>
    routes.find((route) => route.endpoint === endpoint)?.roles.includes('partner') === true &&
    endpoint.path.includes(':id'),
)

/** The partner's own program, and one that is shared with another organization only. */
let mine: Specimens
let theirs: Specimens
let partner: Person
beforeAll(async () => {
  mine = await specimensIn(world, 'CENI-A')
  theirs = await specimensIn(world, 'CENI-B')
  partner = mine.partner
}, 60_000)

describe('The objects of a program that is shared with another organization', () => {
  const ask = (endpoint: Endpoint, url: string) =>
    partner.send<Record<string, unknown>>({
      method: endpoint.method as 'GET',
      url,
      ...(endpoint.body !== undefined && { payload: { stray: true } }),
      headers: { 'idempotency-key': 'isolation', 'if-match': '"1"' },
    })

  it.each(openToPartners.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    'are as if they did not exist at %s',
    async (_, endpoint) => {
      const foreign = await ask(endpoint, addressOf(endpoint, theirs.ids, 'unknown kind of record'))
      const missing = await ask(endpoint, addressOf(endpoint, {}, missingId))
      expect(foreign).toMatchObject({ status: 404, problem: 'not-found' })
      expect({ ...foreign.body, instance: null }).toEqual({ ...missing.body, instance: null })
      expect(Object.keys(foreign.headers)).toEqual(Object.keys(missing.headers))
    },
  )

  it('are in no list', async () => {
    for (const url of [
      '/programs',
      '/dashboards/partner',
      `/programs?coordinator=${(await world.as('coordinator')).id}`,
    ]) {
      const text = JSON.stringify((await granted(partner.get(url))) satisfies object)
      expect(text).toContain(mine.program.reference)
      expect(text).not.toContain(theirs.program.reference)
      expect(text).not.toContain(theirs.program.id)
    }
  })

  it('are hidden from eyes borrowed by a query', async () => {
    const asSelf = await granted(partner.get(`/programs/${mine.program.id}/partner-view`))
    const asOther = await granted(
      partner.get(`/programs/${mine.program.id}/partner-view?organizationId=${theirs.organizationId}`),
    )
    expect(asOther).toEqual(asSelf)
    const theirView = `/programs/${theirs.program.id}/partner-view?organizationId=${theirs.organizationId}`
    expect(await partner.get(theirView)).toMatchObject({ status: 404 })
  })

  it('are not downloaded: neither by an account nor through another program’s link', async () => {
    expect(await partner.get(`/documents/${theirs.ids.documents}/content`)).toMatchObject({ status: 404 })
    expect(await theirs.partner.get(`/documents/${theirs.ids.documents}/content`)).toMatchObject({ status: 200 })
    const throughLink = (id: string | undefined) => world.stranger().get(`/shared/${mine.link}/documents/${id}`)
    expect(await throughLink(theirs.ids.documents)).toMatchObject({ status: 404 })
    // A link shows what is public: the partner's own document is not.
    expect(await throughLink(mine.ids.documents)).toMatchObject({ status: 404 })
  })

  it('stay apart: nobody else outside sees a file that no record cites', async () => {
    const { id } = await granted(partner.upload({ classification: 'partner' }))
    expect(await partner.get(`/documents/${id}/content`)).toMatchObject({ status: 200 })
    expect(await theirs.partner.get(`/documents/${id}/content`)).toMatchObject({ status: 404 })
  })
})

describe('An id of another dossier in a body', () => {
  const cad = { amount: '10.00', currency: 'CAD' }
  const at = (path: string) => `/programs/${mine.program.id}${path}`
  /** Each: where a partner writes, the field, what else the body holds, and the foreign id. */
  const partnersFields = () =>
    [
      [at('/objections'), 'documentId', { content: 'Non, le calendrier ne le permet pas.' }, theirs.ids.documents],
      [at('/objections'), 'organizationId', { content: 'Non, le calendrier ne le permet pas.' }, theirs.organizationId],
      [
        at('/contributions'),
        'organizationId',
        { description: 'x', amount: cad, state: 'promised' },
        theirs.organizationId,
      ],
      [at('/contributions'), 'documentId', { description: 'x', amount: cad, state: 'received' }, theirs.ids.documents],
      [
        `/consultations/${mine.ids.consultations}/opinion`,
        'documentId',
        { stance: 'favourable', opinion: 'Oui, le plan et le calendrier conviennent.' },
        theirs.ids.documents,
      ],
      [`/terms-of-reference/${mine.ids['terms-of-reference']}/agreement`, 'documentId', {}, theirs.ids.documents],
    ] as const

  it('is refused to a partner exactly like an id that does not exist', async () => {
    for (const [url, field, body, foreign] of partnersFields()) {
      const refusal = await partner.post<object>(url, { ...body, [field]: foreign })
      expect({ url, ...refusal }).toMatchObject({ url, status: 400, problem: 'invalid', pointers: [`/${field}`] })
      const missing = await partner.post<object>(url, { ...body, [field]: missingId })
      expect(missing.body).toEqual(refusal.body)
    }
  })

  it('is refused to a partner for another organization’s file that no record cites', async () => {
    const { id: documentId } = await granted(theirs.partner.upload({ kind: 'opinion', classification: 'partner' }))
    const refusal = await partner.post(at('/objections'), {
      content: 'Non, le calendrier ne le permet pas.',
      documentId,
    })
    expect(refusal).toMatchObject({ status: 400, pointers: ['/documentId'] })
    expect((await theirs.partner.get(`/documents/${documentId}`)).body).toMatchObject({ programId: null })
  })

  it('is refused to a colleague too, whatever of elsewhere it names', async () => {
    const coordinator = await world.as('coordinator')
    const { submitted, decide } = resourcesIn(world)
    const line = { envelopeId: mine.envelopeId, amount: cad, description: 'x' }
    const approved = await granted(decide(await world.as('executive'), await submitted([line])))
    const money = { lineId: theirs.lineId, amount: cad, on: '2026-11-23' }
    const allocation = {
      programId: mine.program.id,
      justification: 'Un motif assez long pour être lu',
      neededOn: '2026-12-01',
      lines: [line],
    }
    const column = mine.ids['board-columns']
    const attempts = [
      [`/activities/${mine.ids.activities}/move`, { columnId: theirs.ids['board-columns'] }, '/columnId'],
      [`/activities/${mine.ids.activities}/move`, { columnId: column, after: theirs.ids.activities }, '/after'],
      [at('/activities'), { title: 'x', type: 'mission', columnId: theirs.ids['board-columns'] }, '/columnId'],
      [at('/activities'), { title: 'x', type: 'mission', assigneeIds: [partner.id] }, '/assigneeIds/0'],
      [at('/activities'), { title: 'x', type: 'mission', afterIds: [theirs.ids.activities] }, '/afterIds/0'],
      ['/allocations', { ...allocation, activityId: theirs.ids.activities }, '/activityId'],
      [`/allocations/${approved.id}/commitments`, money, '/lineId'],
      [at('/consultations'), { organizationId: theirs.organizationId, question: 'x' }, '/organizationId'],
      [
        at('/terms-of-reference'),
        { organizationId: theirs.organizationId, title: 'x', content: 'Un motif assez long pour être lu' },
        '/organizationId',
      ],
    ] as const
    for (const [url, body, pointer] of attempts) {
      const reply = await coordinator.post(url, body)
      expect({ url, ...reply }).toMatchObject({ url, status: 400, pointers: [pointer] })
    }
  })
})
