import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router'
import { sessionQuery } from '../../features/users/api.ts'
import { paths } from '../../paths.ts'
import { PageSkeleton } from '../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import styles from './layout.module.css'
import { SideNav } from '../navigation/side-nav.tsx'
import { TopBar } from './top-bar.tsx'
import { useLiveUpdates } from './use-live-updates.ts'

/** The frame around every page of a signed-in person. */
export const Layout = () => {
  const { t } = useTranslation('app')
  const session = useQuery(sessionQuery)
  const { pathname, search, hash } = useLocation()
  const navigation = useNavigation()
  const [isMenuOpen, menu] = useDisclosure(false)
  useLiveUpdates(session.data?.user.id)
  const closeMenu = menu.close
  useEffect(() => closeMenu(), [closeMenu, pathname])

  if (session.isPending) return <PageSkeleton />
  if (session.isError) return <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
  if (session.data === null) {
    const here = `${pathname}${search}${hash}`
    return <Navigate replace to={paths.signIn.href(here === '/' ? undefined : here)} />
  }

  const { demo } = session.data
  const isLoading = navigation.state === 'loading'
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={styles.header} data-frame data-demo={demo || undefined}>
        {demo && <DemoRibbon />}
        <TopBar session={session.data} isMenuOpen={isMenuOpen} onToggleMenu={menu.toggle} />
        {isLoading && <progress className={styles.progress} aria-label={t('loading')} />}
      </header>
      <nav className={styles.navbar} aria-label={t('mainNavigation')} data-frame data-open={isMenuOpen || undefined}>
        <SideNav can={session.data.can} />
      </nav>
      <main id="content" tabIndex={-1} className={styles.main} aria-busy={isLoading}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
