import type { Rehearsal } from '@entente/shared/dashboards/rehearsals/contract'
import { Text } from '@mantine/core'
import { IconCalendarCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { Period } from '../../../resources/requests/components/period.tsx'
import { CountryName } from '../../../programs/components/country-name.tsx'

type Activity = Rehearsal['activities'][number]
type Line = Rehearsal['lines'][number]
type Booked = Rehearsal['bookings'][number]

const useActivityColumns = (): Column<Activity>[] => {
  const { t } = useTranslation(['dashboards/rehearsals', 'dashboards/resources'])
  const format = useFormat()
  return [
    {
      id: 'title',
      header: t('rehearsal.activity'),
      isName: true,
      cell: (row) => <Link to={row.href}>{row.title}</Link>,
    },
    {
      id: 'program',
      header: t('program'),
      cell: ({ program }) => (
        <>
          {program.reference} · {format.text(program.title)}
        </>
      ),
    },
    {
      id: 'country',
      header: t('rehearsal.country'),
      cell: ({ program: { countryCode } }) => <CountryName countryCode={countryCode} scope="country" />,
    },
    { id: 'when', header: t('rehearsal.when'), cell: (row) => <Period from={row.startsOn} to={row.dueOn} /> },
    {
      id: 'people',
      header: t('rehearsal.people'),
      cell: ({ people }) => people.map(({ name }) => name).join(', ') || '–',
    },
  ]
}

const useBookingColumns = (): Column<Booked>[] => {
  const { t } = useTranslation(['dashboards/rehearsals', 'dashboards/resources'])
  const format = useFormat()
  return [
    {
      id: 'person',
      header: t('recall.person'),
      isName: true,
      cell: ({ staff, profile, href }) => (
        <>
          <Link to={href}>{staff?.name ?? profile}</Link>{' '}
          {staff?.critical && <StatusBadge kind="blocked">{t('recall.critical')}</StatusBadge>}
        </>
      ),
    },
    { id: 'purpose', header: t('rehearsal.purpose'), cell: ({ purpose }) => purpose },
    { id: 'program', header: t('program'), cell: ({ program }) => program?.reference ?? t('general') },
    { id: 'when', header: t('rehearsal.when'), cell: (row) => <Period from={row.from} to={row.to} /> },
    { id: 'state', header: t('rehearsal.state'), cell: ({ state }) => t(`rehearsal.booking.${state}`) },
    {
      id: 'days',
      header: t('rehearsal.days'),
      numeric: true,
      cell: ({ days }) => format.quantity(days, 'staffDay'),
    },
  ]
}

const useLineColumns = (): Column<Line>[] => {
  const { t } = useTranslation(['dashboards/rehearsals', 'dashboards/resources'])
  const format = useFormat()
  return [
    {
      id: 'line',
      header: t('rehearsal.line'),
      isName: true,
      cell: (row) => <Link to={row.href}>{row.description}</Link>,
    },
    { id: 'program', header: t('program'), cell: ({ program }) => program?.reference ?? t('general') },
    { id: 'profile', header: t('rehearsal.profile'), cell: ({ profile }) => profile ?? '–' },
    { id: 'when', header: t('rehearsal.when'), cell: (row) => <Period from={row.startsOn} to={row.endsOn} /> },
    { id: 'state', header: t('rehearsal.state'), cell: ({ state }) => t(`rehearsal.${state}`) },
    {
      id: 'days',
      header: t('rehearsal.days'),
      numeric: true,
      cell: ({ days }) => format.quantity(days, 'staffDay'),
    },
  ]
}

/** The part of the plan that a supposed polling day would not let be kept. */
export const RehearsalFindings = ({ data }: { data: Rehearsal }) => {
  const { t } = useTranslation(['dashboards/rehearsals', 'dashboards/resources'])
  const format = useFormat()
  const nothing = <EmptyState icon={IconCalendarCheck} title={t('rehearsal.nothing')} />
  return (
    <>
      <Text component="output" display="block">
        {t('rehearsal.window', { from: format.day(data.from), to: format.day(data.to) })}{' '}
        <strong>
          {t('rehearsal.activities', { count: data.activities.length })}{' '}
          {t('rehearsal.atStake', { days: format.quantity(data.days, 'staffDay') })}
        </strong>
      </Text>
      <Section id="rehearsal-activities" title={t('rehearsal.activitiesTitle')}>
        <DataTable
          caption={t('rehearsal.activitiesTitle')}
          isCaptionHidden
          columns={useActivityColumns()}
          rows={data.activities}
          rowKey={({ id }) => id}
          empty={nothing}
        />
      </Section>
      <Section
        id="rehearsal-bookings"
        title={t('rehearsal.bookingsTitle')}
        description={t('rehearsal.booked', { days: format.quantity(data.bookedDays, 'staffDay') })}
      >
        <DataTable
          caption={t('rehearsal.bookingsTitle')}
          isCaptionHidden
          columns={useBookingColumns()}
          rows={data.bookings}
          rowKey={({ id }) => id}
          empty={nothing}
        />
      </Section>
      <Section id="rehearsal-lines" title={t('rehearsal.linesTitle')}>
        <DataTable
          caption={t('rehearsal.linesTitle')}
          isCaptionHidden
          columns={useLineColumns()}
          rows={data.lines}
          rowKey={({ id }) => id}
          empty={nothing}
        />
      </Section>
    </>
  )
}
