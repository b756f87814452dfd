import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sessionQuery } from '../../features/users/api.ts'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page/page.tsx'
import { PanelSkeleton } from '../../ui/feedback/page-skeleton.tsx'
import { homePanels } from './home-panels.ts'
import styles from './home-page.module.css'
import { destinationsFor } from '../navigation/destinations.ts'

/** What waits for this person, then the places they can go. */
export const HomePage = () => {
  const { t } = useTranslation('app')
  const { data: session } = useSuspenseQuery(sessionQuery)
  const can = session?.can ?? []
  const panels = homePanels.filter(({ id }) => can.includes(id))
  const places = destinationsFor(can).filter(({ href }) => href !== paths.home.path)
  return (
    <Page title={t('home.title', { name: session?.user.name ?? '' })}>
      <Stack gap="lg">
        {panels.map(({ id, Panel }) => (
          <Suspense key={id} fallback={<PanelSkeleton />}>
            <Panel />
          </Suspense>
        ))}
        {places.length > 0 && (
          <nav aria-label={t('home.places')}>
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
              {places.map(({ id, href, icon: Icon }) => (
                <Link key={id} to={href} className={styles.place}>
                  <Icon size={20} stroke={1.6} aria-hidden />
                  <span>
                    <Text component="span" display="block" fw={600}>
                      {t(`nav.${id}`)}
                    </Text>
                    <Text component="span" size="sm" c="dimmed">
                      {t(`purpose.${id}`)}
                    </Text>
                  </span>
                </Link>
              ))}
            </SimpleGrid>
          </nav>
        )}
      </Stack>
    </Page>
  )
}
