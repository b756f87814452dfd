import { useTranslation } from 'react-i18next'
import { Page } from '../../../../ui/page/page.tsx'
import { ViewSwitch } from '../../../../ui/page/view-switch.tsx'
import { BookingsPanel } from '../components/bookings-panel.tsx'
import { FindPanel } from '../components/find-panel.tsx'
import { LoadPanel } from '../../load/components/load-panel.tsx'
import { StaffPanel } from '../../staff/components/staff-panel.tsx'
import { useCapacityPlace } from '../../load/components/use-capacity-place.ts'

const tabs = ['load', 'find', 'bookings', 'staff'] as const

/** Who can do what, when: the load of the year, who fits a need, what is booked, and the people themselves. */
export const CapacityPage = () => {
  const { t } = useTranslation('capacity/bookings')
  const { get, set } = useCapacityPlace()
  const tab = tabs.find((name) => name === get('tab')) ?? 'load'
  const control = (
    <ViewSwitch
      label={t('title')}
      value={tab}
      data={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
      onChange={(value) => set({ tab: value })}
    />
  )
  return (
    <Page title={t('title')} subtitle={t(`subtitle.${tab}`)} wide actions={control}>
      {tab === 'load' && <LoadPanel />}
      {tab === 'find' && <FindPanel />}
      {tab === 'bookings' && <BookingsPanel />}
      {tab === 'staff' && <StaffPanel />}
    </Page>
  )
}
