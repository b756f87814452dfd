import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { sessionQuery } from '../features/users/api.ts'

const Dossier = lazy(async () => ({
  default: (await import('../features/lifecycle/pages/program-page.tsx')).ProgramPage,
}))

/** One address for everyone: colleagues open the dossier, partners what is shared with them. */
export const ProgramPage = () => {
  useSuspenseQuery(sessionQuery)
  return <Dossier />
}
