import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ElectionSection } from '../features/calendar/components/election-section.tsx'
import { RecallsSection } from '../features/capacity/components/recalls-section.tsx'
import { AheadPanel, RecallPanel } from '../features/dashboards/components/recall-panel.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'

/** Our own elections first: what they ask to decide, when they are, who is away now, and who leaves. */
export const CalendarPage = () => {
  const { t } = useTranslation('calendar')
  const actions = (
    <>
      <LinkButton to={`${paths.capacity.href()}?tab=load`}>{t('seeLoad')}</LinkButton>
      <LinkButton to={`${paths.dashboards.href()}?tab=elections`}>{t('rehearse')}</LinkButton>
    </>
  )
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={actions}>
      <Stack gap="lg">
        <RecallsSection />
        <ElectionSection />
        <RecallPanel />
        <AheadPanel />
      </Stack>
    </Page>
  )
}
