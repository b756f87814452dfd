import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ElectionSection } from '../../features/calendar/components/election-section.tsx'
import { RecallsSection } from '../../features/capacity/recalls/components/recalls-section.tsx'
import { AheadPanel, RecallPanel } from '../../features/dashboards/rehearsals/components/recall-panel.tsx'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/page/link-button.tsx'
import { Page } from '../../ui/page/page.tsx'

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
