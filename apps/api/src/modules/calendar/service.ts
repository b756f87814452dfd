import type { elections } from '@entente/shared/calendar/contract'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { asDate, asDay } from '../../platform/database/clock.ts'
import { command } from '../../platform/records/command.ts'
import { onlyOnce } from '../../platform/database/errors.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { conflictAt, requireNotPast, wrongState } from '../../platform/rules/problems.ts'
import { presentElection } from './presenter.ts'

const requireToCome = (tx: Tx, pollingOn: string | undefined) => {
  if (pollingOn !== undefined) requireNotPast(pollingOn, tx.today, '/pollingOn')
}

/** One election has one entry: a second of the same kind, day and place is refused at its day (409). */
const enteredOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/pollingOn', {
      fr: 'Ce scrutin est déjà au calendrier ; modifiez-le plutôt.',
      en: 'This election is already in the calendar; change it instead.',
    }),
  )

/** Enters an election to come. Called by surprise, it flags from now on all missions and bookings it touches. */
export const enterElection = (call: CallOf<typeof elections.enter>) =>
  enteredOnce(
    command(call, async (tx) => {
      const { pollingOn, ...fields } = call.body
      requireToCome(tx, pollingOn)
      const suddenSince = fields.certainty === 'sudden' ? tx.now : null
      const row = await tx.db.election.create({
        data: { ...fields, id: newId(), pollingOn: asDate(pollingOn), suddenSince },
      })
      const answer = presentElection(row, call.actor, tx.today)
      const record = { action: 'election.enter', resource: 'election', id: row.id, programId: null, version: 1 }
      return { answer, record: { ...record, after: answer } }
    }),
  )

type Shown = ReturnType<typeof presentElection>

/** Keeps the window that an election closes no longer, for what the one who changed it decides (P7-G6). */
const keepWindow = async (tx: Tx, actor: Actor, before: Shown, after: Shown) => {
  if (before.blackout === null || after.blackout?.from === before.blackout.from) return
  const window = { electionId: before.id, pollingOn: asDate(before.pollingOn), byId: actor.id, at: tx.now }
  await tx.db.formerWindow.create({ data: { id: newId(), ...window } })
}

/** Moves, requalifies or withdraws an election to come. What is past stays as it was. */
export const editElection = (call: CallOf<typeof elections.edit>) =>
  enteredOnce(
    command(call, async (tx) => {
      const { id } = call.params
      await lock(tx, 'elections', id)
      const row = await tx.db.election.findUniqueOrThrow({ where: { id } })
      const before = presentElection(row, call.actor, tx.today)
      expectVersion(call, before)
      if (asDay(row.pollingOn) < tx.today)
        throw wrongState('Ce scrutin a eu lieu : il ne change plus.', 'This election was held: it no longer changes.')
      const { pollingOn, ...fields } = call.body
      requireToCome(tx, pollingOn)
      const certainty = fields.certainty ?? row.certainty
      const changed = await tx.db.election.update({
        where: { id },
        data: {
          ...defined(fields),
          ...(pollingOn !== undefined && { pollingOn: asDate(pollingOn) }),
          suddenSince: certainty === 'sudden' ? (row.suddenSince ?? tx.now) : null,
          version: { increment: 1 },
        },
      })
      const answer = presentElection(changed, call.actor, tx.today)
      await keepWindow(tx, call.actor, before, answer)
      const record = { action: 'election.edit', resource: 'election', id, programId: null, version: answer.version }
      return { answer, record: { ...record, before, after: answer } }
    }),
  )
