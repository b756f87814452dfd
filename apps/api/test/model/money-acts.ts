import type { AllocationLine as Line } from '../../src/generated/prisma/client.ts'
import { withoutReceipt } from '../support/builders.ts'
import { type Act, inDays, oneOf, type Scene, someone, today } from './scene.ts'

const requests = ({ world, subject }: Scene, ...states: readonly ('draft' | 'submitted' | 'approved' | 'returned')[]) =>
  world.db.allocation.findMany({
    where: { programId: subject.id, state: { in: [...states] } },
    include: { lines: true, steps: { where: { state: 'pending' }, orderBy: { position: 'asc' } } },
    orderBy: { id: 'asc' },
  })

export const draft: Act = async (scene) => {
  const { subject, dice, envelope } = scene
  const amount = { amount: `${10 + dice.below(2000)}.00`, currency: 'CAD' }
  const lines = [{ envelopeId: envelope.id, amount, description: 'Mission' }]
  const body = { programId: subject.id, justification: 'Une mission.', neededOn: inDays(scene, 20), lines }
  return (await someone(scene, 'coordinator')).post('/allocations', body)
}

export const submit: Act = async (scene) => {
  const row = oneOf(scene, await requests(scene, 'draft', 'returned'))
  return row === null ? null : (await someone(scene, 'coordinator')).post(`/allocations/${row.id}/submission`)
}

export const withdraw: Act = async (scene) => {
  const row = oneOf(scene, await requests(scene, 'submitted'))
  return row === null ? null : (await someone(scene, 'coordinator')).post(`/allocations/${row.id}/withdrawal`)
}

export const approve: Act = async (scene) => {
  const row = oneOf(scene, await requests(scene, 'submitted'))
  if (row === null) return null
  const outcome = scene.dice.of(['approved', 'approved', 'approved', 'approved', 'returned', 'refused'])
  const body = { stepId: row.steps[0]?.id, outcome, reason: 'Vu le dossier et les pièces jointes.' }
  return (await someone(scene, 'executive')).post(`/allocations/${row.id}/decisions`, body)
}

const wholeOf = {
  commitments: ({ reserved }: Line) => reserved,
  expenses: ({ committed }: Line) => committed,
  releases: ({ reserved, committed }: Line) => reserved.plus(committed),
}

/** Commits, spends or releases some of what is granted; at times more than there is. */
const record =
  (verb: 'commitments' | 'expenses' | 'releases'): Act =>
  async (scene) => {
    const lines = (await requests(scene, 'approved')).flatMap((row) => row.lines)
    const line = oneOf(
      scene,
      lines.filter((one) => wholeOf[verb](one).gt(0)),
    )
    if (line === null) return null
    const whole = wholeOf[verb](line)
    const share = scene.dice.of(['1', '1', '0.5', '1.1'])
    const amount = { amount: whole.times(share).toFixed(2), currency: 'CAD' }
    const body = { lineId: line.id, amount, on: today(scene), ...withoutReceipt(verb) }
    return (await someone(scene, 'coordinator')).post(`/allocations/${line.allocationId}/${verb}`, body)
  }

export const commit = record('commitments')
export const spend = record('expenses')
export const release = record('releases')

export const book: Act = async (scene) => {
  const period = { from: inDays(scene, 2), to: inDays(scene, 9), days: '2', profile: 'Informatique' }
  const body = { ...period, purpose: 'Mission', programId: scene.subject.id }
  return (await someone(scene, 'coordinator')).post('/bookings', body)
}

export const confirmBooking: Act = async (scene) => {
  const { world, subject } = scene
  const where = { programId: subject.id, state: 'asked' as const }
  const row = oneOf(scene, await world.db.booking.findMany({ where, orderBy: { id: 'asc' } }))
  const staff = await world.db.staffMember.findFirst({ orderBy: { id: 'asc' } })
  if (row === null || staff === null) return null
  const body = { outcome: 'firm', staffId: staff.id }
  return (await someone(scene, 'manager')).post(`/bookings/${row.id}/decision`, body)
}
