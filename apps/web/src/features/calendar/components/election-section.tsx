import type { Election } from '@entente/shared/calendar/contract'
import { Checkbox, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../ui/feedback/why-not.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { electionsQuery } from '../api.ts'
import { ElectionDialog } from './election-dialog.tsx'
import { useElectionName } from './use-election-name.ts'

const kinds: Record<Election['certainty'], StatusKind> = { certain: 'proven', probable: 'waiting', sudden: 'blocked' }

const Standing = ({ election }: { election: Election }) => {
  const { t } = useTranslation('calendar')
  const { withdrawn, isPast, certainty, isFixed } = election
  if (withdrawn) return <StatusBadge kind="neutral">{t('withdrawn')}</StatusBadge>
  if (isPast) return <StatusBadge kind="neutral">{t('held')}</StatusBadge>
  return (
    <Group gap={6}>
      <StatusBadge kind={kinds[certainty]}>{t(`certainty.${certainty}`)}</StatusBadge>
      {isFixed && (
        <Text size="sm" c="dimmed">
          {t('fixed')}
        </Text>
      )}
    </Group>
  )
}

const useColumns = (onEdit: (election: Election) => void): Column<Election>[] => {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const nameOf = useElectionName()
  return [
    {
      id: 'name',
      header: t('column.election'),
      isName: true,
      cell: (election) => (
        <>
          {nameOf(election)}
          {election.note !== '' && (
            <Text component="div" size="sm" fw={400} c="dimmed">
              {election.note}
            </Text>
          )}
        </>
      ),
    },
    { id: 'day', header: t('column.day'), numeric: true, cell: ({ pollingOn }) => format.day(pollingOn) },
    { id: 'state', header: t('column.state'), cell: (election) => <Standing election={election} /> },
    {
      id: 'blackout',
      header: t('column.blackout'),
      cell: ({ blackout }) =>
        blackout === null ? '–' : t('span', { from: format.day(blackout.from), to: format.day(blackout.to) }),
    },
    {
      id: 'do',
      header: t('column.action'),
      cell: (election) => (
        <ActionButton
          of={election}
          to="edit"
          size="compact-sm"
          variant="default"
          aria-label={t('editOf', { name: nameOf(election) })}
          onClick={() => onEdit(election)}
        >
          {t('edit')}
        </ActionButton>
      ),
    },
  ]
}

/** The register of our own elections, and the days each of them keeps critical functions home. */
export const ElectionSection = () => {
  const { t } = useTranslation('calendar')
  const { data, error, isPending, refetch } = useQuery(electionsQuery())
  const [open, setOpen] = useState<Election | 'new' | null>(null)
  const [isAll, setAll] = useState(false)
  const mayKeep = isNamed(data, 'create')
  const columns = useColumns(setOpen).filter(({ id }) => id !== 'do' || mayKeep)
  const rows = (data?.items ?? []).filter(({ isPast, withdrawn }) => isAll || (!isPast && !withdrawn))
  const actions = (
    <ActionButton of={data} to="create" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('enter')}
    </ActionButton>
  )
  return (
    <Section id="elections" title={t('register')} description={t('registerSays')} actions={actions}>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <>
          <DataTable
            caption={t('register')}
            isCaptionHidden
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('none')} />}
          />
          <Checkbox
            mt="sm"
            label={t('showAll')}
            checked={isAll}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        </>
      )}
      {open !== null && <ElectionDialog election={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
