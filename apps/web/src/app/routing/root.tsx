import { Suspense } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { useNavigationFocus } from './use-navigation-focus.ts'

/** Around every page, signed in or not. */
export const Root = () => {
  useNavigationFocus()
  return (
    <Suspense fallback={null}>
      <Outlet />
      <ScrollRestoration />
    </Suspense>
  )
}
