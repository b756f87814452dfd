import type { AuthorityType } from './contract.ts'

/** Days the United Nations, too, wants between a request and polling day (domain.md, P1-G4). */
export const minimumLeadTimeDays = 120

const day = 86_400_000

/** Whole days from reception of the letter to polling day; null without an event. */
export const leadTimeDays = (receivedOn: string, eventOn: string | null) =>
  eventOn === null ? null : Math.round((Date.parse(eventOn) - Date.parse(receivedOn)) / day)

/** Days between reception and registration after which a reason is asked (proof.md, 8.2). */
export const promptDays = 30

/** Whether a request is registered so long after its reception that it says why. */
export const isLate = (receivedOn: string, registeredOn: string) =>
  (Date.parse(registeredOn) - Date.parse(receivedOn)) / day > promptDays

/** Parties, candidates, firms and lone NGOs cannot ask for official cooperation (domain.md, P1-G2). */
export const canAskOfficially = (type: AuthorityType) => !['party', 'candidate', 'privateFirm', 'ngo'].includes(type)
