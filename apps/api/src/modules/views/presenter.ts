import type { z } from 'zod'
import type { savedView } from '@entente/shared/views/contract'
import type { SavedView } from '../../generated/prisma/client.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { viewPolicy } from './policy.ts'

export const presentView = (row: SavedView, people: People, actor: Actor): z.input<typeof savedView> => ({
  id: row.id,
  name: row.name,
  programId: row.programId,
  query: row.query,
  shared: row.shared,
  owner: personOf(people, row.ownerId),
  isMine: row.ownerId === actor.id,
  version: row.version,
  ...allowedOn(viewPolicy, row, actor),
})
