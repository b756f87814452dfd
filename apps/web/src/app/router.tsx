import { createBrowserRouter, type RouteObject, RouterProvider } from 'react-router'
import { paths } from '../lib/paths.ts'
import { ErrorPage } from './error-page.tsx'
import { HomePage } from './home-page.tsx'
import { Layout } from './layout.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Root } from './root.tsx'
import { type PageRoute, openPages, pages } from './routes.ts'

const routeOf = ({ path, load, sections = [] }: PageRoute): RouteObject => ({
  path,
  lazy: load,
  ErrorBoundary: ErrorPage,
  ...(sections.length > 0 && { children: sections.map(routeOf) }),
})

const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => null,
    children: [
      ...openPages.map(routeOf),
      {
        Component: Layout,
        children: [
          { path: paths.home.path, Component: HomePage, ErrorBoundary: ErrorPage },
          ...pages.map(routeOf),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
])

export const AppRouter = () => <RouterProvider router={router} />
