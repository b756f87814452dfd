import { activity as activitySchema, type Activity } from '@entente/shared/activities/contract'
import { useState } from 'react'
import { isProblem } from '../../../lib/api/problem.ts'
import { useEditActivity } from '../api.ts'
import { disputedFields, type Fields, fieldsOf } from './use-activity-form.ts'
import type { Retrace } from './use-retrace.ts'

/** A card as its writer saw it: the version, and the fields as they were. */
export type Seen = { id: string; title: string; version: number; before: Fields }
type Dispute = { theirs: Activity; mine: Fields; keys: (keyof Fields)[] }

export const seenAs = (activity: Activity): Seen => ({
  id: activity.id,
  title: activity.title,
  version: activity.version,
  before: fieldsOf(activity),
})

/**
 * Saves what I changed and nothing else. Where a colleague changed other fields meanwhile, both are kept; where we
 * changed the same field, both values are shown and one is chosen.
 */
export const useSaveActivity = (retrace: Retrace, onSaved: () => void) => {
  const edit = useEditActivity()
  const [dispute, setDispute] = useState<Dispute | null>(null)
  const send = async (seen: Seen, mine: Fields): Promise<void> => {
    try {
      const made = await edit.mutateAsync({ params: { id: seen.id }, body: mine, ifMatch: seen.version })
      const back = Object.fromEntries(Object.keys(mine).map((key) => [key, seen.before[key as keyof Fields]]))
      retrace.edited(seen, back, mine, made)
      setDispute(null)
      onSaved()
    } catch (error) {
      const theirs = isProblem(error, 'stale-version') && activitySchema.safeParse(error.problem['current'])
      if (!theirs || !theirs.success) throw error
      const now = seenAs(theirs.data)
      const keys = disputedFields(seen.before, now.before, mine)
      if (keys.length > 0) return setDispute({ theirs: theirs.data, mine, keys })
      return send(now, mine)
    }
  }
  return { edit, send, dispute, forget: () => setDispute(null) }
}
