import type { GateResult } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { resourcesIn } from '../../../test/support/resources.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, draft, submitted, decide } = resourcesIn(world)

/** A program that has all its evaluation asks, with its money granted and spent. */
const evaluated = async () => {
  const program = await world.aProvenProgram('allocation')
  const path = `/programs/${program.id}`
  const [coordinator, analyst, executive] = [
    await world.as('coordinator'),
    await world.as('analyst'),
    await world.as('executive'),
  ]
  const money = await envelope('500.00', { profile: program.reference })
  const asked = await granted(decide(executive, await submitted([line(money, '100.00')], program.id)))
  const body = { lineId: asked.lines[0]?.id, amount: { amount: '100.00', currency: 'CAD' }, on: '2026-11-23' }
  await granted(coordinator.post(`/allocations/${asked.id}/commitments`, body))
  await granted(
    coordinator.post(`/allocations/${asked.id}/expenses`, { ...body, reason: 'La pièce est au dossier comptable.' }),
  )
  await world.inStage(program.id, 'closing')
  const { objectives } = await granted(analyst.get<{ objectives: { id: string }[] }>(`${path}/transfer`))
  await granted(analyst.post(`/transfer-objectives/${objectives[0]?.id}/verification`, { level: 3 }))
  const lesson = {
    theme: 'Rythme',
    observation: 'Le séjour fut trop court pour la pratique.',
    cause: 'Le calendrier de l’hôte a changé en route.',
    recommendation: 'Prévoir deux séjours au lieu d’un seul.',
  }
  await granted(coordinator.post(`${path}/lessons`, lesson))
  await world.inStage(program.id, 'evaluation')
  await granted(executive.post(`${path}/evaluation`, { summary: 'L’objectif de transfert est atteint.', rating: 3 }))
  const close = () =>
    coordinator.post<Program & { gates: GateResult[] }>(`${path}/transitions`, {
      to: 'closed',
      note: 'Le dossier est complet et vérifié.',
    })
  /** What the refusal says is missing, as the places where it is mended. */
  const missing = async () =>
    (await close()).body.gates.flatMap((gate) => gate.missing.map(({ href }) => href.replace(path, '')))
  return { ...program, path, coordinator, executive, money, close, missing }
}

describe('A program that closes', () => {
  it('is told of each thing that is still open, with the place to end it', async () => {
    const { id, path, host, coordinator, executive, money, close, missing } = await evaluated()
    const mission = await granted(coordinator.post(`${path}/activities`, { title: 'Retour', type: 'mission' }))
    const question = { organizationId: host.organizationId, question: 'Un dernier avis ?' }
    const consultation = await granted(coordinator.post(`${path}/consultations`, question))
    const objection = await granted(host.post(`${path}/objections`, { content: 'Le rapport nous manque encore.' }))
    const asked = await granted(
      coordinator.post(`${path}/waivers`, {
        gateId: 'P6-G1',
        reason:
          'Le réseau s’est retiré après la mission ; aucun autre partenaire ne peut prendre sa place à ce jour, et le calendrier ne permet pas d’attendre.'.padEnd(
            160,
            '.',
          ),
        expiresOn: '2027-01-31',
        evidenceDocumentId: await world.aDocument(),
      }),
    )
    await world.inStage(id, 'closing')
    const request = await submitted([line(money, '20.00')], id)
    await world.inStage(id, 'evaluation')
    const places = ['/partners#objections', '/resources', '/partners#consultations', '/activities', '/decision#waivers']
    expect((await missing()).toSorted()).toEqual(places.toSorted())
    await granted(
      host.post(`/consultations/${consultation.id}/opinion`, {
        stance: 'favourable',
        opinion: 'Merci, le programme nous convient.',
      }),
    )
    await granted(
      coordinator.post(`/objections/${objection.id}/answer`, { answer: 'Le rapport vous est envoyé ce jour même.' }),
    )
    await granted(coordinator.post(`/allocations/${request.id}/withdrawal`))
    await granted(
      executive.post(`/waivers/${asked.id}/decision`, {
        outcome: 'refused',
        reason: 'Le partenaire a été remplacé depuis.',
      }),
    )
    expect(await missing()).toEqual(['/activities'])
    const { version } = await granted(coordinator.get(`/activities/${mission.id}`))
    await granted(coordinator.patch(`/activities/${mission.id}`, { archived: true }, version))
    expect(await granted(close())).toMatchObject({ stage: 'closed', moves: [] })
  })

  it('is asked for no money any more while it is evaluated', async () => {
    const { id, money, coordinator, executive } = await evaluated()
    const lines = [line(money, '20.00')]
    const late = { status: 409, problem: 'wrong-state' }
    await world.inStage(id, 'closing')
    const [pending, written] = [await submitted(lines, id), await draft(lines, id)]
    await world.inStage(id, 'evaluation')
    expect(await decide(executive, pending)).toMatchObject(late)
    expect(await coordinator.post(`/allocations/${written.id}/submission`)).toMatchObject(late)
    await expect(draft(lines, id)).rejects.toThrow('en évaluation')
  })

  it('waits for an opinion no longer than the days after which silence counts', async () => {
    const { path, host, coordinator, close, missing } = await evaluated()
    const question = { organizationId: host.organizationId, question: 'Un dernier avis ?' }
    await granted(coordinator.post(`${path}/consultations`, question))
    world.setTime('2026-11-27T15:00:00Z')
    expect(await missing()).toEqual(['/partners#consultations'])
    world.setTime('2026-11-30T15:00:00Z')
    expect(await granted(close())).toMatchObject({ stage: 'closed' })
    world.setTime('2026-11-23T15:00:00Z')
  })

  it('is told of money that was given back to a line after the ledger was reconciled', async () => {
    const { id, close, missing } = await evaluated()
    const entry = await world.db.ledgerEntry.findFirstOrThrow({ where: { programId: id, kind: 'expense' } })
    const manager = await world.as('manager')
    await granted(manager.post(`/ledger/${entry.id}/reversal`, { reason: 'La facture était d’un autre dossier.' }))
    expect(await missing()).toEqual(['/resources'])
    expect(await close()).toMatchObject({ status: 409, problem: 'gate-failed' })
  })
})
