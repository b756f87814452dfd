import type { z } from 'zod'
import { type election, electionCertainty, electionKind } from '@entente/shared/calendar/contract'
import { blackoutAround, closesWindow, isFixedByLaw } from '@entente/shared/calendar/rules'
import type { Election } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, hasRole } from '../../platform/rules/policy.ts'
import { calendarPolicy } from './policy.ts'

/** What rules and screens ask of an election. */
export const electionFacts = (row: Election) => {
  const called = {
    kind: electionKind.parse(row.kind),
    certainty: electionCertainty.parse(row.certainty),
    pollingOn: asDay(row.pollingOn),
    withdrawn: row.withdrawn,
  }
  return { ...called, place: row.place, blackout: closesWindow(called) ? blackoutAround(called.pollingOn) : null }
}

export const presentElection = (row: Election, actor: Actor, today: string): z.input<typeof election> => {
  const facts = electionFacts(row)
  const isPast = facts.pollingOn < today
  return {
    id: row.id,
    ...facts,
    note: row.note,
    suddenSince: row.suddenSince?.toISOString() ?? null,
    isPast,
    isFixed: isFixedByLaw(facts.kind, facts.pollingOn),
    version: row.version,
    can: !isPast && hasRole(actor, calendarPolicy.keep.roles) ? ['edit'] : [],
  }
}
