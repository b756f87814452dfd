import { elections } from '@entente/shared/calendar/contract'
import { asDate } from '../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { onlyOnce } from '../../platform/database/errors.ts'
import type { Tx } from '../../platform/database/client.ts'
import { defined } from '../../platform/records/defined.ts'
import { newId } from '../../platform/database/ids.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { conflictAt, requireNotPast } from '../../platform/rules/problems.ts'
import { electionRecord } from './election-queries.ts'
import { electionsPolicy } from './policy.ts'
import { presentElection, standingOn } from './presenter.ts'

const requireToCome = (tx: Tx, pollingOn: string | undefined) => {
  if (pollingOn !== undefined) requireNotPast(pollingOn, tx.today, '/pollingOn')
}

/** One election has one entry: a second of the same kind, day and place is refused at its day (409). */
const enteredOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/pollingOn', {
      fr: 'Ce scrutin est déjà au calendrier ; modifiez-le plutôt.',
      en: 'This election is already in the calendar; change it instead.',
    }),
  )

/** Enters an election to come. Called by surprise, it flags from now on all missions and bookings it touches. */
export const enterElection = adding(
  elections.enter,
  electionRecord,
  { action: 'enter', rule: electionsPolicy.create, ...toRegister },
  async ({ tx, body: { pollingOn, ...fields } }) => {
    requireToCome(tx, pollingOn)
    const suddenSince = fields.certainty === 'sudden' ? tx.now : null
    const id = newId()
    await enteredOnce(tx.db.election.create({ data: { ...fields, id, pollingOn: asDate(pollingOn), suddenSince } }))
    return id
  },
)

type Shown = ReturnType<typeof presentElection>

/** Keeps the window that an election closes no longer, for what the one who changed it decides (P7-G6). */
const keepWindow = async (tx: Tx, actor: Actor, before: Shown, after: Shown) => {
  if (before.blackout === null || after.blackout?.from === before.blackout.from) return
  const window = { electionId: before.id, pollingOn: asDate(before.pollingOn), byId: actor.id, at: tx.now }
  await tx.db.formerWindow.create({ data: { id: newId(), ...window } })
}

/** Moves, requalifies or withdraws an election to come. What is past stays as it was. */
export const editElection = changing(
  elections.edit,
  electionRecord,
  'edit',
  async ({ tx, actor, body, id, before, shown }) => {
    const { pollingOn, ...fields } = body
    requireToCome(tx, pollingOn)
    const certainty = fields.certainty ?? before.certainty
    const changed = await enteredOnce(
      tx.db.election.update({
        where: { id },
        data: {
          ...defined(fields),
          ...(pollingOn !== undefined && { pollingOn: asDate(pollingOn) }),
          suddenSince: certainty === 'sudden' ? (before.suddenSince ?? tx.now) : null,
          version: { increment: 1 },
        },
      }),
    )
    await keepWindow(tx, actor, shown, presentElection(standingOn(changed, tx.today), actor))
  },
)
