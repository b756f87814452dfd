import { comments } from '@entente/shared/activities/comments/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'

/** What was said on a card, oldest first. */
export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'comments', id],
    queryFn: () => call(comments.list, { params: { id } }),
  })

/** Comments that mention me, latest first. */
export const mentionsQuery = () =>
  queryOptions({
    queryKey: ['activities', 'comments', 'mentions'],
    queryFn: async () => (await call(comments.mentions, {})).items,
  })

/** What happened to a card, latest first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'history', id],
    queryFn: () => call(comments.history, { params: { id } }),
  })

const attendanceMs = 5_000

/** Says every few seconds that the card is open, and who else has it open. */
export const attendanceQuery = (id: string, editing: boolean) =>
  queryOptions({
    queryKey: ['presence', id, editing],
    queryFn: () => call(comments.attend, { params: { id }, body: { editing } }),
    refetchInterval: attendanceMs,
    gcTime: 0,
    retry: false,
  })

/** Says that the card is closed again; nobody waits for the answer. */
export const leaveActivity = (id: string) =>
  void call(comments.attend, { params: { id }, body: { editing: false, leaving: true } }).catch(() => undefined)

const said = [['activities']] as const

export const useAddComment = () => useCommand(comments.add, { invalidates: said })
export const useEditComment = () => useCommand(comments.edit, { invalidates: said })
export const useRemoveComment = () => useCommand(comments.remove, { invalidates: said })
