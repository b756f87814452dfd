import type { Evaluation, Lesson, TransferObjective } from '@entente/shared/transfer/contract'
import type { Stage } from '@entente/shared/programs/workflow'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const wanted = {
  competence: 'Former des formatrices',
  unit: 'Direction de la formation',
  baseline: 1,
  target: 3,
  verificationMethod: 'Séance observée',
}
const lesson = {
  theme: 'Calendrier',
  observation: 'Le temps de formation était trop court',
  cause: 'Report du scrutin par la commission',
  recommendation: 'Prévoir une marge dans le calendrier',
}
type Transfer = { objectives: TransferObjective[]; lessons: Lesson[]; evaluation: Evaluation | null; can: string[] }

const anObjective = async (stage: Stage = 'analysis') => {
  const program = await world.aVerifiedProgram('analysis')
  const analyst = await world.as('analyst')
  const path = `/programs/${program.id}/transfer-objectives`
  const objective = await granted(analyst.post<TransferObjective>(path, wanted))
  if (stage !== 'analysis') await world.inStage(program.id, stage)
  return { program, objective, analyst }
}

describe('A transfer objective', () => {
  it('aims above where the host stands', async () => {
    const { program, objective, analyst } = await anObjective()
    expect(objective).toMatchObject({ ...wanted, verifiedLevel: null, can: ['edit'] })
    const flat = await analyst.post(`/programs/${program.id}/transfer-objectives`, { ...wanted, target: 1 })
    expect(flat).toMatchObject({ status: 400, pointers: ['/target'] })
    const edit = await analyst.patch(`/transfer-objectives/${objective.id}`, { baseline: 3 }, 1)
    expect(edit).toMatchObject({ status: 400, pointers: ['/target'] })
    const raised = await analyst.patch(`/transfer-objectives/${objective.id}`, { baseline: 3, target: 4 }, 1)
    expect(raised).toMatchObject({ status: 200, body: { baseline: 3, target: 4, version: 2 } })
  })

  it('is set from the analysis to the end of the work', async () => {
    const program = await world.aVerifiedProgram('admissibility')
    const analyst = await world.as('analyst')
    const path = `/programs/${program.id}/transfer-objectives`
    expect(await analyst.post(path, wanted)).toMatchObject({ status: 409, problem: 'wrong-state' })
    await world.inStage(program.id, 'implementation')
    expect((await analyst.post(path, wanted)).status).toBe(201)
    await world.inStage(program.id, 'closing')
    expect(await analyst.post(path, wanted)).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('is written by coordinators and analysts; managers read, partners do not', async () => {
    const { program } = await anObjective()
    const partner = await world.aPartnerOf(program.id, 'host', 'CENI-A')
    const path = `/programs/${program.id}/transfer-objectives`
    expect(await (await world.as('manager')).post(path, wanted)).toMatchObject({ status: 403 })
    expect(await (await world.as('manager')).get(`/programs/${program.id}/transfer`)).toMatchObject({ status: 200 })
    expect(await partner.get(`/programs/${program.id}/transfer`)).toMatchObject({ status: 403 })
  })
})

describe('Verifying a level', () => {
  it('waits for the work to be under way', async () => {
    const { objective, analyst } = await anObjective()
    const early = await analyst.post(`/transfer-objectives/${objective.id}/verification`, { level: 3 })
    expect(early).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('says why the target is not reached', async () => {
    const { objective, analyst } = await anObjective('implementation')
    const path = `/transfer-objectives/${objective.id}/verification`
    expect(await analyst.post(path, { level: 2 })).toMatchObject({ status: 400, pointers: ['/notReachedReason'] })
    const below = await analyst.post(path, { level: 2, notReachedReason: 'Deux départs dans l’équipe de formation' })
    expect(below).toMatchObject({
      status: 200,
      body: { verifiedLevel: 2, notReachedReason: 'Deux départs dans l’équipe de formation', can: [] },
    })
  })

  it('is done once, and what was verified stays written', async () => {
    const { objective, analyst } = await anObjective('implementation')
    const path = `/transfer-objectives/${objective.id}`
    const executive = await world.as('executive')
    const verified = await granted(executive.post<TransferObjective>(`${path}/verification`, { level: 4 }))
    expect(verified).toMatchObject({ verifiedLevel: 4, verifiedBy: { id: executive.id } })
    expect(await analyst.post(`${path}/verification`, { level: 1 })).toMatchObject({ status: 409 })
    expect(await analyst.patch(path, { target: 4 }, verified.version)).toMatchObject({ status: 409 })
  })
})

describe('A lesson', () => {
  it.each(['implementation', 'closing', 'evaluation', 'cancelled'] as const)('can be written in %s', async (stage) => {
    const program = await world.aVerifiedProgram(stage)
    const reply = await (await world.as('coordinator')).post(`/programs/${program.id}/lessons`, lesson)
    expect(reply).toMatchObject({ status: 201, body: lesson })
  })

  it.each(['analysis', 'closed', 'declined'] as const)('cannot be written in %s', async (stage) => {
    const program = await world.aVerifiedProgram(stage)
    const reply = await (await world.as('coordinator')).post(`/programs/${program.id}/lessons`, lesson)
    expect(reply).toMatchObject({ status: 409, problem: 'wrong-state' })
  })
})

describe('The evaluation', () => {
  const filing = { summary: 'Objectifs atteints avec les équipes de l’hôte.', rating: 3 }

  it('is never filed by the program’s own coordinator', async () => {
    const program = await world.aVerifiedProgram('evaluation')
    const path = `/programs/${program.id}`
    const own = await world.as('coordinator')
    expect(await own.post(`${path}/evaluation`, filing)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    expect((await own.get<Transfer>(`${path}/transfer`)).body.can).toEqual(['addLesson'])
    const other = await world.as('coordinator2')
    expect((await other.get<Transfer>(`${path}/transfer`)).body.can).toEqual(['addLesson', 'fileEvaluation'])
    expect(await other.post(`${path}/evaluation`, filing)).toMatchObject({ status: 201, body: filing })
  })

  it('is not filed by one who hands the program over first', async () => {
    const program = await world.aVerifiedProgram('evaluation')
    const [own, other] = [await world.as('coordinator'), await world.as('coordinator2')]
    const { version } = await granted(own.get(`/programs/${program.id}`))
    await granted(own.patch(`/programs/${program.id}`, { coordinatorId: other.id }, version))
    for (const person of [own, other])
      expect(await person.post(`/programs/${program.id}/evaluation`, filing)).toMatchObject({
        status: 409,
        problem: 'separation-of-duties',
      })
  })

  it('is filed once, at its stage', async () => {
    const program = await world.aVerifiedProgram('closing')
    const manager = await world.as('manager')
    const path = `/programs/${program.id}/evaluation`
    expect(await manager.post(path, filing)).toMatchObject({ status: 409, problem: 'wrong-state' })
    await world.inStage(program.id, 'evaluation')
    const replies = await Promise.all([manager.post(path, filing), manager.post(path, filing)])
    expect(replies.map((reply) => reply.problem)).toContain('wrong-state')
    expect(replies.map((reply) => reply.status)).toContain(201)
  })
})
