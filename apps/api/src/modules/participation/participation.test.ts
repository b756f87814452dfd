import type { Consultation, Objection } from '@entente/shared/participation/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { start, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
type Participation = { consultations: Consultation[]; objections: Objection[]; can: string[] }
const opinion = { stance: 'favourable', opinion: 'Nous sommes d’accord avec le plan proposé.' }

const asked = async (acronym: string) => {
  world.setTime(start.toISOString())
  const program = await world.aProvenProgram('decision')
  const host = await world.aPartnerOf(program.id, 'host', acronym)
  const coordinator = await world.as('coordinator')
  const body = { organizationId: host.organizationId, question: 'Quel est votre avis ?' }
  const ask = () => coordinator.post<Consultation>(`/programs/${program.id}/consultations`, body)
  return { program, host, coordinator, ask, consultation: await granted(ask()) }
}

describe('Consulting an organization', () => {
  it('waits five working days for its answer', async () => {
    const { consultation, coordinator, program } = await asked('CENI-A')
    expect(consultation).toMatchObject({ state: 'open', silenceOn: '2026-11-30', can: ['record'] })
    const states = async () => {
      const { body } = await coordinator.get<Participation>(`/programs/${program.id}/participation`)
      return body.consultations.filter(({ id }) => id === consultation.id).map((item) => item.state)
    }
    world.setTime('2026-11-30T04:59:00Z')
    expect(await states()).toEqual(['open'])
    world.setTime('2026-11-30T05:00:00Z')
    expect(await states()).toEqual(['silent'])
  })

  it('happens one question at a time, until an answer or a silence', async () => {
    const { ask } = await asked('CENI-B')
    expect(await ask()).toMatchObject({ status: 409, problem: 'wrong-state' })
    world.setTime('2026-12-01T15:00:00Z')
    expect(await ask()).toMatchObject({ status: 201 })
  })

  it('addresses an organization of the program', async () => {
    const { program, coordinator } = await asked('CENI-C')
    const { id: organizationId } = await world.anOrganization('PNUD-C')
    const reply = await coordinator.post(`/programs/${program.id}/consultations`, { organizationId, question: '?' })
    expect(reply).toMatchObject({ status: 400, pointers: ['/organizationId'] })
  })
})

describe('An opinion', () => {
  it('is given by an account of the organization', async () => {
    const { consultation, host } = await asked('CENI-D')
    const given = await granted(host.post<Consultation>(`/consultations/${consultation.id}/opinion`, opinion))
    expect(given).toMatchObject({ state: 'answered', origin: 'account', answeredBy: { id: host.id }, can: [] })
  })

  it('is recorded by a coordinator only with its document', async () => {
    const { consultation, coordinator } = await asked('CENI-E')
    const path = `/consultations/${consultation.id}/opinion`
    expect(await coordinator.post(path, opinion)).toMatchObject({ status: 400, pointers: ['/documentId'] })
    const documentId = await world.aDocument(coordinator, { kind: 'opinion' })
    const recorded = await coordinator.post(path, { ...opinion, documentId })
    expect(recorded).toMatchObject({ status: 200, body: { origin: 'recorded', documentId } })
  })

  it('may still come after a silence', async () => {
    const { consultation, host } = await asked('CENI-F')
    world.setTime('2026-12-10T15:00:00Z')
    const late = await host.post(`/consultations/${consultation.id}/opinion`, opinion)
    expect(late).toMatchObject({ status: 200, body: { state: 'answered' } })
  })

  it('is given once', async () => {
    const { consultation, host } = await asked('CENI-G')
    const path = `/consultations/${consultation.id}/opinion`
    expect(statusesOf(await Promise.all([host.post(path, opinion), host.post(path, opinion)]))).toEqual([200, 409])
  })

  it('is never given for another organization, which does not even find the question', async () => {
    const { consultation, program } = await asked('CENI-H')
    const funder = await world.aPartnerOf(program.id, 'funder', 'OIF-H')
    const reply = await funder.post(`/consultations/${consultation.id}/opinion`, opinion)
    expect(reply).toMatchObject({ status: 404 })
  })
})

describe('An objection', () => {
  it('is raised by a partner for its own organization only', async () => {
    const { program, host } = await asked('CENI-I')
    const funder = await world.aMember(program.id, 'funder', 'OIF-I')
    const path = `/programs/${program.id}/objections`
    const raised = await granted(host.post<Objection>(path, { content: 'Le calendrier est trop serré.' }))
    expect(raised).toMatchObject({ origin: 'account', organization: { id: host.organizationId }, answer: null })
    const foreign = await host.post(path, {
      content: 'Un avis donné pour une autre organisation',
      organizationId: funder.id,
    })
    expect(foreign).toMatchObject({ status: 400, pointers: ['/organizationId'] })
  })

  it('is recorded by a coordinator with its document, and answered by someone else', async () => {
    const { program, coordinator, host } = await asked('CENI-J')
    const path = `/programs/${program.id}/objections`
    const bare = { content: 'Objection reçue par lettre' }
    expect((await coordinator.post(path, bare)).pointers).toEqual(['/organizationId'])
    const named = { ...bare, organizationId: host.organizationId }
    expect((await coordinator.post(path, named)).pointers).toEqual(['/documentId'])
    const documentId = await world.aDocument(coordinator, { kind: 'opinion' })
    const { id } = await granted(coordinator.post<Objection>(path, { ...named, documentId }))
    const own = await coordinator.post(`/objections/${id}/answer`, {
      answer: 'Oui, le plan et le calendrier conviennent',
    })
    expect(own).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    const answered = await (
      await world.as('executive')
    ).post(`/objections/${id}/answer`, { answer: 'Oui, le plan et le calendrier conviennent' })
    expect(answered).toMatchObject({
      status: 200,
      body: { answer: 'Oui, le plan et le calendrier conviennent', can: [] },
    })
  })

  it('is answered once, in writing, by a coordinator or an executive', async () => {
    const { program, host, coordinator } = await asked('CENI-K')
    const { id } = await granted(
      host.post<Objection>(`/programs/${program.id}/objections`, { content: 'Non, le calendrier ne le permet pas' }),
    )
    expect(
      await (
        await world.as('analyst')
      ).post(`/objections/${id}/answer`, { answer: 'Un motif assez long pour être lu' }),
    ).toMatchObject({
      status: 403,
    })
    expect(await coordinator.post(`/objections/${id}/answer`, { answer: '  ' })).toMatchObject({ status: 400 })
    const replies = [coordinator, await world.as('executive')].map((by) =>
      by.post(`/objections/${id}/answer`, { answer: 'Voici notre réponse, point par point.' }),
    )
    expect(statusesOf(await Promise.all(replies))).toEqual([200, 409])
  })
})

describe('What partners see', () => {
  it('is their own questions and objections, never another partner’s', async () => {
    const { program, host, consultation } = await asked('CENI-L')
    const funder = await world.aPartnerOf(program.id, 'funder', 'OIF-L')
    const content = { content: 'SECRET-OBJECTION sur le calendrier proposé' }
    const raised = await granted(host.post<Objection>(`/programs/${program.id}/objections`, content))
    const path = `/programs/${program.id}/participation`
    const seen = await granted(host.get<Participation>(path))
    expect([seen.consultations[0]?.id, seen.objections[0]?.id]).toEqual([consultation.id, raised.id])
    expect(seen.consultations[0]?.can).toEqual(['answer'])
    const none = { consultations: [], objections: [] }
    expect((await funder.get<Participation>(path)).body).toEqual({ ...none, can: ['object'], cannot: {} })
  })
})
