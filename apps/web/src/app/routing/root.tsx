import { Suspense } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { useArrival } from './use-navigation-focus.ts'

/** Around every page, signed in or not. */
export const Root = () => {
  useArrival()
  return (
    <Suspense fallback={null}>
      <Outlet />
      <ScrollRestoration />
    </Suspense>
  )
}
