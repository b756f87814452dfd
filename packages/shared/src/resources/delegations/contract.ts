import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../../kernel/fields.ts'
import { reason } from '../../kernel/text.ts'
import { ceilingAmount } from '../envelopes/contract.ts'
import { unit } from '../rates/options.ts'

/** Who decides for whom, on which days, within which bounds. A bound that is null is the giver's own. */
export const delegation = z
  .object({
    id,
    from: person,
    to: person,
    startsOn: day,
    endsOn: day,
    units: z.array(unit),
    limitMoney: z.string().nullable(),
    limitDays: z.string().nullable(),
    reason: z.string(),
    createdAt: instant,
    revokedAt: instant.nullable(),
    inForce: z.boolean(),
    version,
    ...allowed('revoke'),
  })
  .meta({ id: 'Delegation' })
export type Delegation = z.infer<typeof delegation>

export const delegations = {
  list: endpoint({
    method: 'GET',
    path: '/delegations',
    summary: 'Delegations that have not ended, and whom one may delegate to',
    tag: 'allocations',
    status: 200,
    response: z.object({ items: z.array(delegation), delegates: z.array(person) }),
  }),
  give: endpoint({
    method: 'POST',
    path: '/delegations',
    summary: 'Let someone else decide for me, for some days, also what is already pending',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: z
      .strictObject({
        toId: id,
        startsOn: day,
        endsOn: day,
        units: z.array(unit).min(1).max(3),
        limitMoney: ceilingAmount.nullable().default(null),
        limitDays: z
          .string()
          .regex(/^\d{1,5}(\.\d)?$/, { error: 'days' })
          .nullable()
          .default(null),
        reason: reason(2000),
      })
      .refine((value) => value.endsOn >= value.startsOn, { error: 'endAfterStart', path: ['endsOn'] }),
    response: delegation,
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/delegations/:id/revocation',
    summary: 'End my delegation now',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: delegation,
  }),
}
