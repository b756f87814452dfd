import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { lazy } from 'react'
import { activityBoardQuery } from '../../features/activities/api.ts'
import { ProgramActivitiesPage } from '../../features/activities/views/pages/program-activities-page.tsx'
import { useLiveBoard } from '../../features/activities/board/components/use-live-board.ts'
import { SavedViewsMenu } from '../../features/views/components/saved-views-menu.tsx'
import { PanelSkeleton } from '../../ui/feedback/page-skeleton.tsx'

const ActivityAllocations = lazy(async () => ({
  default: (await import('../../features/resources/requests/components/activity-allocations.tsx')).ActivityAllocations,
}))

/** Asks for the board, unless it is here, and waits for nothing: a large one takes long on a poor link. */
export const readBoard = async (client: QueryClient, programId: string) =>
  void client.ensureQueryData(activityBoardQuery(programId)).catch(() => undefined)

/** The team's board with the views people keep of it and what was asked for its cards: slices it does not know. */
export const ActivitiesPage = () => {
  const { id = '' } = useParams()
  useLiveBoard(id)
  // Not by suspending: React holds back for a third of a second what comes soon after the outline of it was shown.
  const { isPending } = useQuery(activityBoardQuery(id))
  if (isPending) return <PanelSkeleton />
  return (
    <ProgramActivitiesPage
      views={<SavedViewsMenu programId={id} />}
      renderLinks={(activityId) => <ActivityAllocations activityId={activityId} />}
    />
  )
}
