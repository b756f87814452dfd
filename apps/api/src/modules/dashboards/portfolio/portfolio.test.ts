import type { PortfolioDashboard } from '@entente/shared/dashboards/portfolio/contract'
import type { GateReport } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { isEnd, nextStage } from '@entente/shared/programs/workflow'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, fundableProgram } = resourcesIn(world)
let auditor: Person
const waiverReason =
  'Le scrutin a été avancé par la cour après la réception de la demande ; attendre priverait l’hôte de tout appui utile avant le scrutin.'

/** A program that went into its analysis under a waiver, through all its doors. */
const waived = async () => {
  const { id } = await world.aVerifiedProgram('received', {
    electoralEvent: { type: 'presidential', date: '2027-01-07' },
  })
  const coordinator = await world.as('coordinator')
  const move = (to: string) => granted(coordinator.post(`/programs/${id}/transitions`, { to }))
  await move('admissibility')
  const evidenceDocumentId = await world.aDocument()
  const asked = { gateId: 'P1-G4', reason: waiverReason, expiresOn: '2027-01-31', evidenceDocumentId }
  const waiver = await granted(coordinator.post(`/programs/${id}/waivers`, asked))
  const decision = { outcome: 'granted', reason: 'Le motif suffit, la pièce le montre.' }
  await granted((await world.as('executive')).post(`/waivers/${waiver.id}/decision`, decision))
  await move('analysis')
}

beforeAll(async () => {
  auditor = await world.as('auditor')
  await world.aRequest()
  const [late] = [await world.aVerifiedProgram('analysis'), await world.aVerifiedProgram('design')]
  const coordinator = await world.as('coordinator')
  await granted(
    coordinator.post(`/programs/${late.id}/suspension`, {
      cause: 'security',
      note: 'Alerte de sécurité dans la capitale.',
    }),
  )
  await world.aVerifiedProgram('declined', { electoralEvent: { type: 'local', date: '2027-02-01' } })
  await world.aVerifiedProgram('decision', { kind: 'invitation', electoralEvent: null })
  const past = { signedOn: '2025-06-02', receivedOn: '2025-06-09', lateReason: 'La lettre a attendu au secrétariat.' }
  await world.aVerifiedProgram('closed', { ...past, electoralEvent: { type: 'referendum', date: '2026-01-31' } })
  await waived()
  const { id } = await fundableProgram()
  await granted(decide(await world.as('executive'), await submitted([line(await envelope('1000.00'), '400.00')], id)))
}, 60_000)

const everyProgram = async () => (await granted(auditor.get<{ items: Program[] }>('/programs?limit=100'))).items

/** The gates that stop a program on its way to the next stage, as its own page says. */
const stoppedBy = async ({ id, path, stage }: Program) => {
  const next = nextStage(path, stage)
  if (next === null || isEnd(stage)) return []
  const { gates } = await granted(auditor.get<GateReport>(`/programs/${id}/gates?to=${next}`))
  return gates.filter(({ state, kind }) => state === 'failed' && kind !== 'advisory').map((gate) => gate.id)
}

/** The rows a link to the list of programs shows, counted from the list itself. */
const rowsBehind = async (href: string) => {
  const { pathname, searchParams } = new URL(href, 'http://entente.example')
  expect([pathname, searchParams.get('view')]).toEqual(['/programs', 'list'])
  const wanted = (name: string) => searchParams.get(name)
  const gate = wanted('gate')
  const rows: boolean[] = []
  for (const program of await everyProgram()) {
    const { stage, suspended, compass } = program
    const [principle, state] = [wanted('principle'), wanted('state')]
    rows.push(
      (wanted('stage') ?? stage) === stage &&
        (wanted('suspended') === null || suspended !== null) &&
        (gate === null || (await stoppedBy(program)).includes(gate)) &&
        (state === null ||
          compass.some(
            (segment) => segment.state === state && (principle === null || segment.principle === Number(principle)),
          )),
    )
  }
  return rows.filter(Boolean).length
}

describe('The portfolio’s dashboard', () => {
  const told = () => granted(auditor.get<PortfolioDashboard>('/dashboards/portfolio'))

  it('gives no figure that differs from the list behind its link', async () => {
    const { programs, suspended, pipeline, ended, blockedGates, compass, waivers } = await told()
    const figures = [
      programs,
      suspended,
      waivers,
      ...[...pipeline, ...ended, ...blockedGates].map(({ count }) => count),
      ...compass.flatMap((row) => [row.proven, row.kept, row.waived, row.broken, row.notYet]),
    ]
    for (const { value, href } of figures) expect({ href, value: await rowsBehind(href) }).toEqual({ href, value })
    expect([programs.value, suspended.value, waivers.value]).toEqual([8, 1, 1])
    expect(blockedGates.map(({ gateId }) => gateId)).toEqual(expect.arrayContaining(['P1-G3', 'P2-G2', 'P3-G1']))
    expect(compass.some(({ proven }) => proven.value > 0)).toBe(true)
  })

  it('counts each program once, in its stage or at its end', async () => {
    const { programs, pipeline, ended } = await told()
    const sum = [...pipeline, ...ended].reduce((total, { count }) => total + count.value, 0)
    expect(sum).toBe(programs.value)
  })

  it('shows the polls to come of running programs, the nearest first', async () => {
    const { upcomingPolls } = await told()
    const days = upcomingPolls.map((poll) => poll.days)
    expect(days).toEqual(days.toSorted((left, right) => left - right))
    for (const { href, on, days: left, reference } of upcomingPolls) {
      const program = await granted(auditor.get<Program>(href))
      expect({ on, reference }).toEqual({ on: program.pollingOn, reference: program.reference })
      expect(left).toBe(Math.round((Date.parse(on) - Date.parse('2026-11-23')) / 86_400_000))
    }
    expect(upcomingPolls[0]).toMatchObject({ on: '2027-01-07', days: 45 })
    expect(upcomingPolls.map(({ on }) => on)).not.toContain('2027-02-01')
    expect(upcomingPolls.map(({ on }) => on)).not.toContain('2026-01-31')
  })

  it('tells how long a stage takes by the middle of the stays that ended', async () => {
    const stays = [3, 9, 5]
    for (const days of stays) {
      const { id } = await world.aVerifiedProgram('evaluation')
      world.setTime(new Date(start.getTime() + days * 86_400_000).toISOString())
      await world.inStage(id, 'closed')
      world.setTime(start.toISOString())
    }
    const { pipeline } = await told()
    expect(pipeline.find(({ stage }) => stage === 'evaluation')?.medianDays).toBe(5)
  })
})
