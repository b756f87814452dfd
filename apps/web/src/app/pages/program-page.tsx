import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { ProgramPage as Dossier } from '../../features/lifecycle/pages/program-page.tsx'
import { programQuery } from '../../features/programs/api.ts'
import { sessionQuery } from '../../features/users/api.ts'

const Shared = lazy(async () => ({
  default: (await import('../../features/shares/partner/pages/partner-program-page.tsx')).PartnerProgramPage,
}))

/** Waits for the dossier, unless it is here; a partner's page asks for its own. */
export const readProgram = (client: QueryClient, id: string) =>
  client.ensureQueryData({ ...programQuery(id), retry: false }).catch(() => undefined)

/** One address for everyone: colleagues open the dossier, partners what is shared with them. */
export const ProgramPage = () => {
  const { data: session } = useSuspenseQuery(sessionQuery)
  return session?.can.includes('dossier') === true ? <Dossier /> : <Shared />
}
