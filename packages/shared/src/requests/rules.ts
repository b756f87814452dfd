import type { AuthorityType } from './contract.ts'

/** Days the United Nations, too, wants between a request and polling day (domain.md, P1-G4). */
export const minimumLeadTimeDays = 120

const day = 86_400_000

/** Whole days from reception of the letter to polling day; null without an event. */
export const leadTimeDays = (receivedOn: string, eventOn: string | null) =>
  eventOn === null ? null : Math.round((Date.parse(eventOn) - Date.parse(receivedOn)) / day)

/** Parties, candidates, firms and lone NGOs cannot ask for official cooperation (domain.md, P1-G2). */
export const canAskOfficially = (type: AuthorityType) => !['party', 'candidate', 'privateFirm', 'ngo'].includes(type)
