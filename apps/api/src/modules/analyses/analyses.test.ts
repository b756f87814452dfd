import type { Analysis } from '@entente/shared/analyses/contract'
import { describe, expect, it } from 'vitest'
import { completeContent, granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()

describe('Writing an analysis', () => {
  it('starts empty, in the name of who starts it', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const analyst = await world.as('analyst')
    const draft = await granted(analyst.post<Analysis>(`/programs/${program.id}/analyses`))
    expect(draft).toMatchObject({ number: 1, state: 'draft', author: { id: analyst.id }, can: ['edit', 'submit'] })
    expect(draft.content.objectives).toEqual([])
  })

  it('happens in one version at a time', async () => {
    const program = await world.aVerifiedProgram('analysis')
    await world.aDraftAnalysis(program.id)
    const second = await (await world.as('coordinator')).post(`/programs/${program.id}/analyses`)
    expect(second).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('starts once when two people start at the same moment', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const [analyst, coordinator] = [await world.as('analyst'), await world.as('coordinator')]
    const replies = await Promise.all([analyst, coordinator].map((by) => by.post(`/programs/${program.id}/analyses`)))
    expect(statusesOf(replies)).toEqual([201, 409])
  })

  it('names everyone who wrote, and keeps what others wrote', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const draft = await world.aDraftAnalysis(program.id)
    const coordinator = await world.as('coordinator')
    const edited = await granted(
      coordinator.patch<Analysis>(`/analyses/${draft.id}`, { context: 'Autre contexte' }, draft.version),
    )
    expect(edited.content).toEqual({ ...completeContent, context: 'Autre contexte' })
    expect(edited.writers.map((writer) => writer.id)).toEqual([draft.author.id, coordinator.id])
  })

  it('is refused on an older version, with the present one in the answer', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const draft = await world.aDraftAnalysis(program.id)
    const late = await (await world.as('coordinator')).patch(`/analyses/${draft.id}`, { context: 'x' }, 1)
    expect(late).toMatchObject({ status: 412, problem: 'stale-version', body: { current: { version: draft.version } } })
  })

  it('is closed to roles that only read, and to partners altogether', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const draft = await world.aDraftAnalysis(program.id)
    const partner = await world.aPartnerOf(program.id, 'host', 'CENI-1')
    expect(await (await world.as('manager')).post(`/programs/${program.id}/analyses`)).toMatchObject({ status: 403 })
    expect(await (await world.as('auditor')).get(`/analyses/${draft.id}`)).toMatchObject({ status: 200 })
    expect(await partner.get(`/analyses/${draft.id}`)).toMatchObject({ status: 403 })
    expect(await partner.get(`/programs/${program.id}/analyses`)).toMatchObject({ status: 403 })
    expect(await partner.get('/analyses')).toMatchObject({ status: 403 })
  })

  it('is over once the program is', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const draft = await world.aDraftAnalysis(program.id)
    await world.inStage(program.id, 'withdrawn')
    const analyst = await world.as('analyst')
    const edit = await analyst.patch(`/analyses/${draft.id}`, { context: 'x' }, draft.version)
    expect(edit).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect((await analyst.get(`/analyses/${draft.id}`)).body.can).toEqual([])
  })
})

describe('Submitting an analysis', () => {
  it('asks for what a review reads, field by field', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const draft = await world.aDraftAnalysis(program.id, { context: '', recommendation: null, objectives: [] })
    const reply = await (await world.as('analyst')).post(`/analyses/${draft.id}/submission`)
    expect(reply).toMatchObject({ status: 400, pointers: ['/objectives', '/context', '/recommendation'] })
  })

  it('leaves to the gates what the gates ask', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const submitted = await world.aSubmittedAnalysis(program.id, { negativeImpact: '', alternatives: [] })
    expect(submitted).toMatchObject({ state: 'submitted', can: [] })
  })

  it('ends the writing', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id, version } = await world.aSubmittedAnalysis(program.id)
    const edit = await (await world.as('analyst')).patch(`/analyses/${id}`, { context: 'x' }, version)
    expect(edit).toMatchObject({ status: 409, problem: 'wrong-state' })
  })
})

describe('Reviewing an analysis', () => {
  it('is never done by someone who wrote in it', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id, can } = await world.aSubmittedAnalysis(program.id)
    const own = await (await world.as('analyst')).post(`/analyses/${id}/review`, { outcome: 'approved' })
    expect(can).toEqual([])
    expect(own).toMatchObject({ status: 409, problem: 'separation-of-duties' })
  })

  it('is never done by someone who changed one field of it, whoever started it', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id, version } = await world.aDraftAnalysis(program.id)
    const second = await world.as('analyst2')
    await granted(second.patch(`/analyses/${id}`, { context: 'Un autre contexte' }, version))
    await granted(second.post(`/analyses/${id}/submission`))
    const review = await second.post(`/analyses/${id}/review`, { outcome: 'approved' })
    expect(review).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    expect(await (await world.as('coordinator')).post(`/analyses/${id}/review`, { outcome: 'approved' })).toMatchObject(
      {
        status: 403,
      },
    )
  })

  it('approves for six months and then no longer changes', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const approved = await world.anApprovedAnalysis(program.id)
    expect(approved).toMatchObject({ state: 'approved', validUntil: '2027-05-23', can: [] })
    const edit = await (await world.as('analyst')).patch(`/analyses/${approved.id}`, { context: 'x' }, approved.version)
    expect(edit).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('returns only with a comment, and the text can be written in again', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id } = await world.aSubmittedAnalysis(program.id)
    const executive = await world.as('executive')
    const silent = await executive.post(`/analyses/${id}/review`, { outcome: 'returned' })
    expect(silent).toMatchObject({ status: 400, pointers: ['/comment'] })
    const body = { outcome: 'returned', comment: 'Précisez les risques et leur traitement.' }
    const returned = await granted(executive.post<Analysis>(`/analyses/${id}/review`, body))
    expect(returned).toMatchObject({
      state: 'returned',
      reviewComment: 'Précisez les risques et leur traitement.',
      validUntil: null,
    })
    const seen = await (await world.as('analyst')).get(`/analyses/${id}`)
    expect(seen.body.can).toEqual(['edit', 'submit'])
  })

  it('happens once when two people review at the same moment', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id } = await world.aSubmittedAnalysis(program.id)
    const reviewers = [await world.as('analyst2'), await world.as('executive')]
    const replies = await Promise.all(reviewers.map((by) => by.post(`/analyses/${id}/review`, { outcome: 'approved' })))
    expect(statusesOf(replies)).toEqual([200, 409])
  })

  it('takes an idempotency key, and a replay answers the first result', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id } = await world.aSubmittedAnalysis(program.id)
    const reviewer = await world.as('analyst2')
    const key = { 'idempotency-key': 'review-once' }
    const first = await reviewer.post(`/analyses/${id}/review`, { outcome: 'approved' }, key)
    const again = await reviewer.post(`/analyses/${id}/review`, { outcome: 'approved' }, key)
    expect(again).toMatchObject({ status: 200, body: first.body, headers: { 'idempotent-replayed': 'true' } })
  })
})

describe('The versions of an analysis', () => {
  it('starts as a copy of the one before, which its approval supersedes', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const first = await world.anApprovedAnalysis(program.id)
    const coordinator = await world.as('coordinator')
    const next = await granted(coordinator.post<Analysis>(`/programs/${program.id}/analyses`))
    expect(next).toMatchObject({ number: 2, state: 'draft', content: completeContent })
    expect(next.writers.map(({ id }) => id)).toEqual([(await world.as('analyst')).id, coordinator.id])
    await granted(coordinator.post(`/analyses/${next.id}/submission`))
    await granted((await world.as('executive')).post(`/analyses/${next.id}/review`, { outcome: 'approved' }))
    const { items } = await granted(coordinator.get<{ items: Analysis[] }>(`/programs/${program.id}/analyses`))
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [next.id, 'approved'],
      [first.id, 'superseded'],
    ])
    expect(items[1]?.content).toEqual(first.content)
  })

  it('keep who wrote: the author of a copied text does not approve the copy', async () => {
    const program = await world.aVerifiedProgram('analysis')
    await world.anApprovedAnalysis(program.id)
    const other = await world.as('analyst3')
    const copy = await granted(other.post<Analysis>(`/programs/${program.id}/analyses`))
    await granted(other.post(`/analyses/${copy.id}/submission`))
    const review = { outcome: 'approved' }
    const author = await world.as('analyst')
    expect(await author.post(`/analyses/${copy.id}/review`, review)).toMatchObject({
      status: 409,
      problem: 'separation-of-duties',
    })
    expect(await (await world.as('analyst2')).post(`/analyses/${copy.id}/review`, review)).toMatchObject({
      status: 200,
    })
  })

  it('waiting for a review are listed page by page, latest first', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id } = await world.aSubmittedAnalysis(program.id)
    type Page = { items: Analysis[]; nextCursor: string | null }
    const executive = await world.as('executive')
    const page = await granted(executive.get<Page>('/analyses?state=submitted&limit=1'))
    expect(page.items.map((item) => item.id)).toEqual([id])
    const rest = await granted(executive.get<Page>(`/analyses?state=submitted&cursor=${page.nextCursor}`))
    expect(rest.items.every((item) => item.state === 'submitted' && item.id !== id)).toBe(true)
  })
})
