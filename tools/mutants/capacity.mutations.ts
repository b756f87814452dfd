import type { Mutant } from './resources.mutations.ts'

const modules = 'apps/api/src/modules'

/** Defences of people's time, and of our own elections. */
export const capacityMutants: Mutant[] = [
  {
    defence: 'what a person has, before a booking is firm',
    file: `${modules}/capacity/bookings/decision-service.ts`,
    without: 'await requireRoom(tx, before, person)',
    by: '',
    test: `${modules}/capacity/bookings/bookings.test.ts`,
    name: 'tentative ones show by how much they would',
  },
  {
    defence: 'the lock on the person, when two managers confirm',
    file: `${modules}/capacity/bookings/decision-service.ts`,
    without: "await lock(tx, 'staff_members', id)",
    by: '',
    test: `${modules}/capacity/bookings/bookings.test.ts`,
    name: 'also when two managers confirm at one moment',
  },
  {
    defence: 'nobody confirms their own days, named only now',
    file: `${modules}/capacity/bookings/decision-service.ts`,
    without: 'authorize(bookingPolicy.decide, { ...before, staff: person }, actor)',
    by: '',
    test: `${modules}/capacity/bookings/bookings.test.ts`,
    name: 'of their own days, asked by name or given to themselves',
  },
  {
    defence: 'critical functions stay home, when a booking is confirmed (P7-G6)',
    file: `${modules}/capacity/bookings/decision-service.ts`,
    without: 'await requireElectionsFirst(tx, call, before, person)',
    by: '',
    test: `${modules}/capacity/bookings/elections-first.test.ts`,
    name: 'another function is booked in the window by waiver',
  },
  {
    defence: 'critical functions stay home, when staff-days are approved (P7-G6)',
    file: `${modules}/resources/approvals/approval-service.ts`,
    without: '    ...(await absencesPaid(tx, row.programId, granted, deciding)),\n',
    by: '',
    test: `${modules}/capacity/bookings/elections-first.test.ts`,
    name: 'staff-days that put a critical function to work',
  },
  {
    defence: 'nobody takes their own account off the list',
    file: `${modules}/capacity/staff/service.ts`,
    without: 'userId !== actor.id) return',
    by: "actor.id !== '') return",
    test: `${modules}/capacity/staff/staff.test.ts`,
    name: 'stays who it is',
  },
  {
    defence: 'nobody moves an election to approve what it forbids (P7-G6)',
    file: `${modules}/calendar/service.ts`,
    without: '    await keepWindow(tx, actor, shown, presentElection(standingOn(changed, tx.today), actor))\n',
    by: '',
    test: `${modules}/capacity/bookings/elections-first.test.ts`,
    name: 'who moves an election does not approve what it forbade',
  },
  {
    defence: 'nobody moves an election and lends the power to approve (P7-G6)',
    file: `${modules}/resources/approvals/service.ts`,
    without: '[call.actor.id, ...lender, ...signersOf(row)]',
    by: '[call.actor.id, ...signersOf(row)]',
    test: `${modules}/capacity/bookings/elections-first.test.ts`,
    name: 'who moves an election does not approve what it forbade',
  },
]
