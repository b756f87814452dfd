import { useTranslation } from 'react-i18next'
import { paths } from '../../../../paths.ts'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { BookingTable } from './booking-table.tsx'

/** The people booked for a program, tentatively or firmly, and the way to the capacity of everyone. */
export const ProgramBookings = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('capacity/bookings')
  const all = `${paths.capacity.href()}?tab=bookings&programId=${programId}`
  return (
    <Section
      id="bookings"
      title={t('booking.ofProgram')}
      description={t('booking.ofProgramSays')}
      actions={<LinkButton to={all}>{t('booking.seeCapacity')}</LinkButton>}
    >
      <BookingTable filter={{ programId }} />
    </Section>
  )
}
