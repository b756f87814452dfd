import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router'
import { paths } from '../lib/paths.ts'
import { ErrorPage } from './error-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Root } from './root.tsx'
import { type PageRoute, openPages, pages } from './routes.ts'

const routeOf = ({ path, load, sections = [] }: PageRoute): RouteObject => ({
  path,
  lazy: load,
  ErrorBoundary: ErrorPage,
  ...(sections.length > 0 && { children: sections.map(routeOf) }),
})

// The frame is a file of its own, so that a shared link on a phone does not wait for menus it never shows.
const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => null,
    children: [
      ...openPages.map(routeOf),
      {
        lazy: async () => ({ Component: (await import('./layout.tsx')).Layout }),
        children: [
          {
            path: paths.home.path,
            lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }),
            ErrorBoundary: ErrorPage,
          },
          ...pages.map(routeOf),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
])

export const AppRouter = () => <RouterProvider router={router} />
