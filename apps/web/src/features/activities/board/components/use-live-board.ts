import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onFirstChange } from '../../../../lib/api/live.ts'
import { showActivity } from '../../api.ts'

/** While a board is open, what another does to a card shows at once: reading two thousand again takes longer. */
export const useLiveBoard = (programId: string) => {
  const client = useQueryClient()
  useEffect(
    () =>
      onFirstChange(({ resource, id, programId: where, version }) => {
        if (resource === 'activities' && where === programId) void showActivity(client, programId, id, version ?? 0)
      }),
    [client, programId],
  )
}
