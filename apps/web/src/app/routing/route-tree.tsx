import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { sessionQuery } from '../../features/users/api.ts'
import { loadTexts } from '../../lib/i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { ErrorPage } from '../pages/error-page.tsx'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import { queryClient } from './query-client.ts'
import { Root } from './root.tsx'
import { frame, type PageRoute, pages } from './routes.ts'
import { openPages } from './open-pages.ts'

const routeOf = ({ path, load, texts = [], sections = [] }: PageRoute): RouteObject => ({
  path,
  lazy: async () => {
    const [{ Component, readAhead }] = await Promise.all([load(), loadTexts(texts)])
    if (readAhead === undefined) return { Component }
    const loader = async ({ params: { id = '' } }: LoaderFunctionArgs) => {
      await readAhead(queryClient, id)
      return null
    }
    return { Component, loader, shouldRevalidate: () => false }
  },
  ErrorBoundary: ErrorPage,
  ...(sections.length > 0 && { children: sections.map(routeOf) }),
})

/** Every address of the interface, with what is shown there. */
export const routeTree: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => null,
    children: [
      ...openPages.map(routeOf),
      {
        lazy: async () => {
          void queryClient.prefetchQuery(sessionQuery)
          return frame.load()
        },
        children: [
          {
            path: paths.home.path,
            lazy: async () => ({ Component: (await import('../home/home-page.tsx')).HomePage }),
            ErrorBoundary: ErrorPage,
          },
          ...pages.map(routeOf),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]
