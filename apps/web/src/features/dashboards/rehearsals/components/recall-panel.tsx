import type { RecallList } from '@entente/shared/dashboards/rehearsals/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { Period } from '../../../resources/requests/components/period.tsx'
import { CountryName } from '../../../programs/components/country-name.tsx'
import { recallQuery } from '../api.ts'

type Row = RecallList['away'][number]

const useColumns = (): Column<Row>[] => {
  const { t } = useTranslation(['dashboards/rehearsals', 'dashboards/resources'])
  return [
    {
      id: 'person',
      header: t('recall.person'),
      isName: true,
      cell: ({ person, critical }) => (
        <>
          {person.name} {critical && <StatusBadge kind="blocked">{t('recall.critical')}</StatusBadge>}
        </>
      ),
    },
    {
      id: 'country',
      header: t('rehearsal.country'),
      cell: ({ program: { countryCode } }) => <CountryName countryCode={countryCode} scope="country" />,
    },
    {
      id: 'mission',
      header: t('recall.mission'),
      cell: ({ activity }) => <Link to={activity.href}>{activity.title}</Link>,
    },
    { id: 'program', header: t('program'), cell: ({ program }) => program.reference },
    {
      id: 'when',
      header: t('rehearsal.when'),
      cell: ({ activity }) => <Period from={activity.startsOn} to={activity.dueOn} />,
    },
  ]
}

type Props = { id: 'recall' | 'ahead'; rows: (list: RecallList) => readonly Row[] }

const MissionSection = ({ id, rows }: Props) => {
  const { t } = useTranslation(['dashboards/rehearsals', 'dashboards/resources'])
  const columns = useColumns()
  const { data, error, isPending, refetch } = useQuery(recallQuery)
  return (
    <Section id={id} title={t(`${id}.title`)} description={t(`${id}.says`)}>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <DataTable
          caption={t(`${id}.title`)}
          isCaptionHidden
          columns={columns}
          rows={rows(data)}
          rowKey={({ person, activity }) => `${person.id} ${activity.id}`}
          empty={<EmptyState title={t(`${id}.nobody`)} />}
        />
      )}
    </Section>
  )
}

/** Whom to call back, and from where, if an election were called now. */
export const RecallPanel = () => <MissionSection id="recall" rows={({ away }) => away} />

/** Who leaves on a mission within a year, and when. */
export const AheadPanel = () => <MissionSection id="ahead" rows={({ ahead }) => ahead} />
