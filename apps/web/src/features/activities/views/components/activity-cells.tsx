import { priority } from '@entente/shared/activities/contract'
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../../lib/api/problem.ts'
import { fieldErrorsOf } from '../../../../lib/form/form.ts'
import { EditableCell } from '../../../../ui/table/editable-cell.tsx'
import { peopleQuery } from '../../../users/api.ts'
import type { Fields } from '../../components/use-activity-form.ts'
import type { ActivityRow } from './use-activity-rows.ts'
import type { Seen } from '../../components/use-save-activity.ts'

/** Saves some fields of a row, as its writer saw them before. */
export type SaveRow = (seen: Seen, mine: Fields) => Promise<void>
type Props = {
  row: ActivityRow
  /** Absent: the cell is read only. */
  save: SaveRow | null
  children: ReactNode
}

/** A row as its writer sees it: the fields that can be changed in the list. */
const seenRow = ({ id, title, version, priority: urgency, dueOn, assignees }: ActivityRow): Seen => ({
  id,
  title,
  version,
  before: { title, priority: urgency, dueOn, assigneeIds: assignees.map((person) => person.id) },
})

/** Why a value was not kept: what is said of the field, or of the whole. */
const refusalOf = (error: unknown) => {
  const said = Object.values(fieldErrorsOf(error))
  if (said.length > 0) return said.join(' ')
  if (isProblem(error)) return error.problem.detail ?? error.problem.title
  return error instanceof Error ? error.message : String(error)
}

export const TitleCell = ({ row, save, children }: Props) => {
  const { t } = useTranslation('activities')
  if (save === null) return children
  return (
    <EditableCell
      field={t('field.title')}
      name={row.title}
      value={row.title}
      refusalOf={refusalOf}
      onSave={(title) => save(seenRow(row), { title })}
      renderField={({ onChange, ...field }) => (
        <TextInput miw={220} {...field} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    >
      {children}
    </EditableCell>
  )
}

export const DueCell = ({ row, save, children }: Props) => {
  const { t } = useTranslation('activities')
  if (save === null) return children
  return (
    <EditableCell
      field={t('field.dueOn')}
      name={row.title}
      value={row.dueOn ?? ''}
      refusalOf={refusalOf}
      onSave={(day) => save(seenRow(row), { dueOn: day === '' ? null : day })}
      renderField={({ onChange, ...field }) => (
        <TextInput type="date" {...field} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    >
      {children}
    </EditableCell>
  )
}

export const PriorityCell = ({ row, save, children }: Props) => {
  const { t } = useTranslation('activities')
  if (save === null) return children
  return (
    <EditableCell
      field={t('field.priority')}
      name={row.title}
      value={row.priority}
      refusalOf={refusalOf}
      onSave={(chosen) => save(seenRow(row), { priority: chosen })}
      renderField={({ onChange, ...field }) => (
        <NativeSelect
          {...field}
          data={priority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
          onChange={(event) => onChange(priority.parse(event.currentTarget.value))}
        />
      )}
    >
      {children}
    </EditableCell>
  )
}

export const PeopleCell = ({ row, save, children }: Props) => {
  const { t } = useTranslation('activities')
  const people = useQuery({ ...peopleQuery, enabled: save !== null })
  if (save === null) return children
  const named = people.data ?? row.assignees
  return (
    <EditableCell
      field={t('field.assignees')}
      name={row.title}
      value={row.assignees.map(({ id }) => id)}
      refusalOf={refusalOf}
      onSave={(assigneeIds) => save(seenRow(row), { assigneeIds })}
      renderField={(field) => (
        <MultiSelect miw={220} searchable data={named.map(({ id, name }) => ({ value: id, label: name }))} {...field} />
      )}
    >
      {children}
    </EditableCell>
  )
}
