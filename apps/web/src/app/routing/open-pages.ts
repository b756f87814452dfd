import { paths } from '../../paths.ts'
import type { PageRoute } from './routes.ts'

/** Pages without the frame, for people who may have no session. */
export const openPages: readonly PageRoute[] = [
  {
    path: paths.shared.path,
    load: async () => ({ Component: (await import('../pages/shared-page.tsx')).SharedPage }),
  },
  {
    path: paths.signIn.path,
    load: async () => ({ Component: (await import('../../features/users/pages/sign-in-page.tsx')).SignInPage }),
  },
  {
    path: paths.setup.path,
    load: async () => ({ Component: (await import('../../features/users/pages/setup-page.tsx')).SetUpPage }),
  },
]
