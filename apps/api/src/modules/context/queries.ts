import type { context } from '@entente/shared/context/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { contextPolicy, programContextPolicy } from './policy.ts'
import { type ContextRow, presentEvent, withProgram } from './presenter.ts'

const peopleIn = ({ raisedById, clearedById }: ContextRow) => [raisedById, clearedById]

/** The events of a program, the latest first. */
export const eventsOfProgram = async (call: CallOf<typeof context.ofProgram>) => {
  const tx = await reading(call.server)
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: call.params.id } })
  const rows = await tx.db.contextEvent.findMany({
    where: { programId: program.id },
    include: withProgram,
    orderBy: { id: 'desc' },
  })
  const people = await namesOf(tx, rows.flatMap(peopleIn))
  return {
    items: rows.map((row) => presentEvent(row, people, call.actor)),
    ...allowedOn(programContextPolicy, program, call.actor),
  }
}

/** An event, for the commands that record and clear one. */
export const contextRecord = recorded<ContextRow>()({
  resource: 'context',
  noun: 'context',
  table: 'context_events',
  policy: contextPolicy,
  visible: visibleThrough((tx, id) => tx.db.contextEvent.findUnique({ where: { id }, select: { programId: true } })),
  find: (tx, id) => tx.db.contextEvent.findUniqueOrThrow({ where: { id }, include: withProgram }),
  present: async (tx, actor, row) => presentEvent(row, await namesOf(tx, peopleIn(row)), actor),
  programOf: ({ programId }) => programId,
})
