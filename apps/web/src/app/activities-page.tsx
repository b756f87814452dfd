import { useParams } from 'react-router'
import { ProgramActivitiesPage } from '../features/activities/pages/program-activities-page.tsx'
import { SavedViewsMenu } from '../features/views/components/saved-views-menu.tsx'

/** The team's board with the views people keep of it: two slices that do not know each other. */
export const ActivitiesPage = () => {
  const { id = '' } = useParams()
  return <ProgramActivitiesPage views={<SavedViewsMenu programId={id} />} />
}
