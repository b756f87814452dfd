import type { AuthorityType } from './contract.ts'

/** Days the United Nations, too, wants between a request and polling day (domain.md, P1-G4). */
export const minimumLeadTimeDays = 120

const day = 86_400_000

/** Whole days from reception of the letter to polling day; null without an event. */
export const leadTimeDays = (receivedOn: string, eventOn: string | null) =>
  eventOn === null ? null : Math.round((Date.parse(eventOn) - Date.parse(receivedOn)) / day)

/** Days between reception and registration after which a reason is asked (proof.md, 8.2). */
export const promptDays = 30

/** Days after which a request is not registered at all without saying why: a date that far back is a slip or a door. */
export const longestDays = 366

const daysUntil = (receivedOn: string, registeredOn: string) =>
  (Date.parse(registeredOn) - Date.parse(receivedOn)) / day

/** Whether a request is registered so long after its reception that it must say why at once. */
export const isVeryLate = (receivedOn: string, registeredOn: string) =>
  daysUntil(receivedOn, registeredOn) > longestDays

/** Whether a request is registered so long after its reception that it says why, or whoever verifies it does in the note. */
export const isLate = (receivedOn: string, registeredOn: string) => daysUntil(receivedOn, registeredOn) > promptDays

/** Parties, candidates, firms and lone NGOs cannot ask for official cooperation (domain.md, P1-G2). */
export const canAskOfficially = (type: AuthorityType) => !['party', 'candidate', 'privateFirm', 'ngo'].includes(type)
