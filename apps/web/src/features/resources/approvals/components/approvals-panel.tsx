import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { inboxQuery } from '../api.ts'
import { WaitingMark } from './waiting-mark.tsx'
import { useTotals } from '../../requests/components/use-totals.ts'

/** What waits for this person's decision, on their home page. */
export const ApprovalsPanel = () => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const format = useFormat()
  const totals = useTotals()
  const { data, error, isPending, refetch } = useQuery(inboxQuery())
  return (
    <Section
      id="approvals"
      title={t('panel.title', { count: data?.length ?? 0 })}
      actions={<LinkButton to={paths.approvals.href()}>{t('panel.open')}</LinkButton>}
    >
      {isPending && <PanelSkeleton />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <DataTable
          caption={t('panel.caption')}
          isCaptionHidden
          rows={data}
          rowKey={({ allocation }) => allocation.id}
          empty={<EmptyState title={t('inbox.empty')} />}
          columns={[
            {
              id: 'program',
              header: t('column.program'),
              isName: true,
              cell: ({ allocation: { id, program } }) => (
                <Link to={`${paths.approvals.href()}#${id}`}>
                  {program === null ? t('general') : `${program.reference} · ${format.text(program.title)}`}
                </Link>
              ),
            },
            { id: 'purpose', header: t('column.purpose'), cell: ({ allocation }) => allocation.justification },
            {
              id: 'asked',
              header: t('column.asked'),
              numeric: true,
              cell: ({ lines }) => totals(lines.map(({ line }) => ({ unit: line.unit, amount: line.asked }))),
            },
            {
              id: 'limit',
              header: t('column.limit'),
              cell: ({ withinLimit, waiting }) => (
                <Group gap={4}>
                  <StatusBadge kind={withinLimit ? 'proven' : 'blocked'}>
                    {t(withinLimit ? 'decide.withinLimit' : 'decide.overLimit')}
                  </StatusBadge>
                  <WaitingMark waiting={waiting} />
                </Group>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
