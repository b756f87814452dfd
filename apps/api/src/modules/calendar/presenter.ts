import type { z } from 'zod'
import type { election } from '@entente/shared/calendar/contract'
import { blackoutAround, closesWindow, isFixedByLaw } from '@entente/shared/calendar/rules'
import type { Election } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { electionPolicy, type Standing } from './policy.ts'

/** What rules and screens ask of an election. */
export const electionFacts = (row: Election) => {
  const called = {
    kind: row.kind,
    certainty: row.certainty,
    pollingOn: asDay(row.pollingOn),
    withdrawn: row.withdrawn,
  }
  return { ...called, place: row.place, blackout: closesWindow(called) ? blackoutAround(called.pollingOn) : null }
}

/** An election, and whether it was held before this day. */
export const standingOn = (row: Election, today: string): Standing => ({ ...row, isPast: asDay(row.pollingOn) < today })

export const presentElection = (row: Standing, actor: Actor): z.input<typeof election> => {
  const facts = electionFacts(row)
  return {
    id: row.id,
    ...facts,
    note: row.note,
    suddenSince: row.suddenSince?.toISOString() ?? null,
    isPast: row.isPast,
    isFixed: isFixedByLaw(facts.kind, facts.pollingOn),
    version: row.version,
    ...allowedOn(electionPolicy, row, actor),
  }
}
