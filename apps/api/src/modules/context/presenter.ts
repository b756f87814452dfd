import type { z } from 'zod'
import type { contextEvent } from '@entente/shared/context/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { contextPolicy } from './policy.ts'

export const withProgram = { program: true } satisfies Prisma.ContextEventInclude
export type ContextRow = Prisma.ContextEventGetPayload<{ include: typeof withProgram }>

export const presentEvent = (row: ContextRow, people: People, actor: Actor): z.input<typeof contextEvent> => ({
  id: row.id,
  programId: row.programId,
  kind: row.kind,
  source: row.source,
  happenedOn: asDay(row.happenedOn),
  note: row.note,
  raisedBy: personOf(people, row.raisedById),
  raisedAt: row.raisedAt.toISOString(),
  clearing:
    row.clearedById === null || row.clearedAt === null
      ? null
      : { reason: row.clearingReason ?? '', by: personOf(people, row.clearedById), at: row.clearedAt.toISOString() },
  version: row.version,
  ...allowedOn(contextPolicy, row, actor),
})
