import { cleanup, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { onTestFinished } from 'vitest'
import { queryClient } from '../src/app/routing/query-client.ts'
import { routeTree } from '../src/app/routing/route-tree.tsx'
import { Providers } from '../src/app/start/providers.tsx'
import { startI18n } from '../src/lib/i18n/i18n.ts'

let texts: Promise<void> | undefined

/** The dossier of the tests: its id is the first that an answer makes up. */
const programId = '01990000-0000-7000-8000-000000000001'
export const dossierAt = (part = '') => `/programs/${programId}${part === '' ? '' : `/${part}`}`

/** Opens an address as the browser does: the real routes, the real providers, French. Ends when the heading is there. */
export const renderPage = async (address: string, heading: string | RegExp) => {
  texts ??= startI18n()
  await texts
  queryClient.clear()
  const router = createMemoryRouter(routeTree, { initialEntries: [address] })
  onTestFinished(() => {
    cleanup()
    router.dispose()
  })
  render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
  await screen.findByRole('heading', { name: heading })
  return router
}
