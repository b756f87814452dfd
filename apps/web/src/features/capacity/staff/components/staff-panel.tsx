import type { StaffMember } from '@entente/shared/capacity/staff/contract'
import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../../ui/feedback/why-not.tsx'
import { today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { staffQuery } from '../api.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { useDaysWords } from './use-days-words.ts'

const useColumns = (onEdit: (person: StaffMember) => void): Column<StaffMember>[] => {
  const { t } = useTranslation('capacity/staff')
  const format = useFormat()
  const daysWords = useDaysWords()
  return [
    {
      id: 'name',
      header: t('field.person'),
      isName: true,
      cell: ({ name, function: work, active }) => (
        <>
          {name} {!active && <StatusBadge kind="neutral">{t('staff.inactive')}</StatusBadge>}
          <Text component="div" size="sm" fw={400} c="dimmed">
            {work}
          </Text>
        </>
      ),
    },
    {
      id: 'profile',
      header: t('field.profile'),
      cell: ({ profile, critical }) => (
        <Group gap={6}>
          {profile}
          {critical && <StatusBadge kind="blocked">{t('critical')}</StatusBadge>}
        </Group>
      ),
    },
    {
      id: 'knows',
      header: t('find.knows'),
      cell: ({ skills, languages }) =>
        format.list([...skills, ...languages.map((code) => format.language(code))]) || '–',
    },
    {
      id: 'pattern',
      header: t('staff.pattern'),
      cell: ({ daysPerWeek, availability }) =>
        t('staff.patternOf', { days: format.number(daysPerWeek), share: format.percent(availability / 100) }),
    },
    {
      id: 'leaves',
      header: t('staff.leaves'),
      cell: ({ leaves }) =>
        leaves
          .filter(({ to }) => to >= today())
          .map(daysWords)
          .join(', ') || '–',
    },
    {
      id: 'do',
      header: t('find.action'),
      cell: (person) => (
        <ActionButton
          of={person}
          to="edit"
          size="compact-sm"
          variant="default"
          aria-label={t('staff.editOf', { name: person.name })}
          onClick={() => onEdit(person)}
        >
          {t('staff.edit')}
        </ActionButton>
      ),
    },
  ]
}

/** People who can be put to work: what they know, how much of their week is ours, when they are away. */
export const StaffPanel = () => {
  const { t } = useTranslation('capacity/staff')
  const { data, error, isPending, refetch } = useQuery(staffQuery())
  const [open, setOpen] = useState<StaffMember | 'new' | null>(null)
  const columns = useColumns(setOpen)
  const mayAdd = isNamed(data, 'create')
  const shown = columns.filter(({ id }) => id !== 'do' || mayAdd)
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text maw="76ch">{t('staff.says')}</Text>
        <ActionButton
          of={data}
          to="create"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t('staff.add')}
        </ActionButton>
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <DataTable
          caption={t('staff.caption')}
          isCaptionHidden
          columns={shown}
          rows={data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={IconUsers} title={t('load.empty')} />}
        />
      )}
      {open !== null && <StaffDialog person={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Stack>
  )
}
