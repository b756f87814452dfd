import type { ComponentType } from 'react'
import { paths } from '../lib/paths.ts'

export type PageRoute = {
  path: string
  load: () => Promise<{ Component: ComponentType }>
  /** Sections shown inside the page, through its `<Outlet />`. */
  sections?: readonly PageRoute[]
}

/** One line per page; its file loads when someone first goes there. What is not listed here is not in the rail. */
export const pages: readonly PageRoute[] = []

/** Pages without the frame, for people who may have no session. */
export const openPages: readonly PageRoute[] = [
  {
    path: paths.signIn.path,
    load: async () => ({ Component: (await import('../features/users/pages/sign-in-page.tsx')).SignInPage }),
  },
  {
    path: paths.setup.path,
    load: async () => ({ Component: (await import('../features/users/pages/setup-page.tsx')).SetUpPage }),
  },
]

export const isBuilt = (path: string) => pages.some((page) => page.path === path)
