import type { decisions } from '@entente/shared/decisions/contract'
import { isFinal, stage } from '@entente/shared/programs/workflow'
import type { Authorization } from '../../generated/prisma/client.ts'
import { addDays, asDate, asDay } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { namesOf } from '../users/queries.ts'
import { authorizationPolicy, authorizationsPolicy, authorizationVisible } from './policy.ts'
import { peopleOfAuthorization, presentAuthorization } from './presenter.ts'

const stagesThatGoOn = stage.options.filter((one) => !isFinal(one))

/** The last day on which an authorization counts: that of its period, or the eve of its withdrawal. */
export const lastDayOf = ({ endsOn, withdrawnOn }: Authorization) =>
  withdrawnOn === null ? asDay(endsOn) : addDays(asDay(withdrawnOn), -1)

/** Whether an authorization counts on a day: confirmed by a second person, in its period, and not withdrawn by then. */
export const countsOn = (row: Authorization, today: string) =>
  row.confirmedAt !== null && asDay(row.startsOn) <= today && today <= lastDayOf(row)

/** Authorizations whose period goes on: those that count, those that await a confirmation, and those withdrawn. */
export const authorizationsAround = (tx: Tx) => {
  const today = asDate(tx.today)
  const where = { startsOn: { lte: today }, endsOn: { gte: today } }
  return tx.db.authorization.findMany({ where, orderBy: { endsOn: 'asc' } })
}

/** An authorization that names no country covers all; a program of no single country is covered by such only. */
export const covers = (authorization: { countryCodes: string[] }, countryCode: string | null) =>
  authorization.countryCodes.length === 0 || (countryCode !== null && authorization.countryCodes.includes(countryCode))

/** Programs that go on and rest on this authorization: those of its countries, or all abroad. */
export const programsCovered = async (tx: Tx, authorizationId: string) => {
  const authorization = await tx.db.authorization.findUniqueOrThrow({ where: { id: authorizationId } })
  const rows = await tx.db.program.findMany({
    where: { stage: { in: stagesThatGoOn }, OR: [{ countryCode: null }, { countryCode: { not: 'CA' } }] },
    select: { id: true, countryCode: true },
  })
  return rows.filter((row) => covers(authorization, row.countryCode)).map(({ id }) => id)
}

export const listAuthorizations = async (call: CallOf<typeof decisions.authorizations>) => {
  const { actor } = call
  const tx = await reading(call.server)
  const rows = await tx.db.authorization.findMany({ orderBy: { endsOn: 'desc' } })
  const people = await namesOf(tx, rows.flatMap(peopleOfAuthorization))
  return {
    items: rows.map((row) => presentAuthorization(row, people, actor)),
    ...allowedOn(authorizationsPolicy, null, actor, ['record']),
  }
}

/** An authorization of the Government, for the commands that record and change one. */
export const authorizationRecord = recorded<Authorization>()({
  resource: 'decisions',
  noun: 'authorization',
  table: 'authorizations',
  policy: authorizationPolicy,
  visible: authorizationVisible,
  find: (tx, id) => tx.db.authorization.findUniqueOrThrow({ where: { id } }),
  present: async (tx, actor, row) => presentAuthorization(row, await namesOf(tx, peopleOfAuthorization(row)), actor),
  programOf: () => null,
})
