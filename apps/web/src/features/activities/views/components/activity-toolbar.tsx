import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { activityType, priority } from '@entente/shared/activities/contract'
import { laneAttribute } from '@entente/shared/activities/limits/contract'
import { ActionIcon, Button, Checkbox, Group, NativeSelect } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ActivityFilters, views } from './use-activity-filters.ts'
import type { Retrace } from '../../components/use-retrace.ts'
import { FilterBar } from '../../../../ui/page/filter-bar.tsx'
import { SearchField } from '../../../../ui/form/search-field.tsx'
import { ViewSwitch } from '../../../../ui/page/view-switch.tsx'

type Props = { board: ActivityBoard; look: ActivityFilters; retrace: Retrace }

const useChoices = (board: ActivityBoard) => {
  const cards = board.columns.flatMap((column) => column.cards)
  const people = new Map(cards.flatMap((card) => card.assignees.map(({ id, name }) => [id, name] as const)))
  const labels = [...new Set(cards.flatMap((card) => card.labels))].toSorted((left, right) => left.localeCompare(right))
  return { people: [...people].map(([value, label]) => ({ value, label })), labels }
}

type StepProps = { way: 'undo' | 'redo'; retrace: Retrace }

const RetraceButton = ({ way, retrace }: StepProps) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const step = retrace[way]
  const Icon = way === 'undo' ? IconArrowBackUp : IconArrowForwardUp
  const label = step === undefined ? t(`${way}.none`) : t(`${way}.action`, { name: step.name })
  return (
    <ActionIcon size={30} aria-label={label} title={label} disabled={step === undefined} onClick={() => step?.run()}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  )
}

/** The way to look; what was done last, to take it back. */
const Look = ({ look, retrace }: Pick<Props, 'look' | 'retrace'>) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const { set, lanes, view } = look
  return (
    <Group gap="xs" ml="auto">
      <RetraceButton way="undo" retrace={retrace} />
      <RetraceButton way="redo" retrace={retrace} />
      {view === 'board' && (
        <NativeSelect
          aria-label={t('lanes.title')}
          value={lanes ?? ''}
          data={[
            { value: '', label: t('lanes.none') },
            ...laneAttribute.options.map((value) => ({ value, label: t('lanes.by', { name: t(`lanes.${value}`) }) })),
          ]}
          onChange={(event) => set({ lanes: event.currentTarget.value })}
        />
      )}
      <ViewSwitch
        label={t('view.title')}
        value={view}
        data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(value) => set({ view: value === 'board' ? '' : value })}
      />
    </Group>
  )
}

/** What to look at and how; what was done last, to take it back. */
export const ActivityToolbar = ({ board, look, retrace }: Props) => {
  const { t } = useTranslation(['activities/views', 'activities', 'activities/board'])
  const { filters, set } = look
  const { people, labels } = useChoices(board)
  const choose = (name: 'person' | 'label' | 'type' | 'priority', data: { value: string; label: string }[]) => (
    <NativeSelect
      aria-label={t(`filter.${name}`)}
      value={filters[name]}
      data={[{ value: '', label: t(`filter.any.${name}`) }, ...data]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const flag = (name: 'blocked' | 'late') => (
    <Checkbox
      label={t(`filter.${name}`)}
      checked={filters[name] !== ''}
      onChange={(event) => set({ [name]: event.currentTarget.checked ? 'true' : '' })}
    />
  )
  return (
    <FilterBar label={t('filter.title')} count={look.count} aside={<Look look={look} retrace={retrace} />}>
      <SearchField label={t('filter.q')} value={filters.q} onChange={(q) => set({ q })} width={180} />
      {people.length > 0 && choose('person', people)}
      {labels.length > 0 &&
        choose(
          'label',
          labels.map((label) => ({ value: label, label })),
        )}
      {choose(
        'type',
        activityType.options.map((value) => ({ value, label: t(`type.${value}`) })),
      )}
      {choose(
        'priority',
        priority.options.map((value) => ({ value, label: t(`priority.${value}`) })),
      )}
      {flag('blocked')}
      {flag('late')}
      {look.isFiltered && (
        <Button size="xs" variant="subtle" onClick={look.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </FilterBar>
  )
}
