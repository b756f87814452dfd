import { Group, Text, UnstyledButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './editable-cell.module.css'

/** What a field in a cell is given. */
export type CellField<Value> = {
  'value': Value
  'onChange': (value: Value) => void
  'aria-label': string
  'aria-describedby': string
  'error': string | null
}

type Props<Value> = {
  /** The field, and the name of its row. */
  field: string
  name: string
  value: Value
  /** The value as it reads; what can be pressed in it stays apart from the way to change it. */
  children: ReactNode
  renderField: (field: CellField<Value>) => ReactNode
  /** Resolves once the value is kept; what it rejects with is said beside the field. */
  onSave: (value: Value) => Promise<void>
  refusalOf: (error: unknown) => string
}

/** What is being written, over the value it began with: what comes in meanwhile is not taken for what was seen. */
type Draft<Value> = { from: Value; value: Value; save: (value: Value) => Promise<void> }

/** A value in a table that becomes a field where it stands: Enter or leaving it saves, Escape gives up. */
export const EditableCell = <Value,>(props: Props<Value>) => {
  const { field, name, value, children, renderField, onSave, refusalOf } = props
  const { t } = useTranslation('ui')
  const hint = useId()
  const cell = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Draft<Value> | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isBusy = useRef(false)
  const isEditing = draft !== null
  const hasFocus = useRef(false)
  useEffect(() => {
    const target = cell.current?.querySelector<HTMLElement>(isEditing ? 'input, select' : 'button[data-edit]')
    if (isEditing || hasFocus.current) target?.focus()
    hasFocus.current = isEditing
  }, [isEditing])
  const label = t('editCell', { field, name })

  const close = () => {
    setDraft(null)
    setRefusal(null)
  }
  const save = async () => {
    if (draft === null || isBusy.current) return
    if (JSON.stringify(draft.value) === JSON.stringify(draft.from)) return close()
    isBusy.current = true
    try {
      await draft.save(draft.value)
      close()
    } catch (error) {
      setRefusal(refusalOf(error))
    }
    isBusy.current = false
  }
  const onKey = (event: KeyboardEvent) => {
    // A list that is open over the field takes these keys for itself.
    const isListOpen = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (isListOpen || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    if (event.key === 'Enter') void save()
    else close()
  }
  const onLeave = (next: Element | null) => {
    if (cell.current?.contains(next) !== true) {
      hasFocus.current = false
      void save()
    }
  }

  if (draft === null)
    return (
      <Group ref={cell} gap={4} wrap="nowrap" className={styles.cell ?? ''}>
        <span>{children}</span>
        <UnstyledButton
          data-edit
          className={styles.edit}
          aria-label={label}
          onClick={() => setDraft({ from: value, value, save: onSave })}
        >
          <IconPencil size={14} aria-hidden />
        </UnstyledButton>
      </Group>
    )
  return (
    <Group ref={cell} gap={2} onKeyDown={onKey} onBlur={(event) => onLeave(event.relatedTarget)}>
      {renderField({
        'value': draft.value,
        'onChange': (changed) => setDraft({ ...draft, value: changed }),
        'aria-label': label,
        'aria-describedby': hint,
        'error': refusal,
      })}
      <Text id={hint} size="xs" c="dimmed">
        {t('editCellHint')}
      </Text>
    </Group>
  )
}
