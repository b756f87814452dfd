import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useColumnCount } from './board-column.tsx'
import type { BoardColumn } from '../layout/board-layout.ts'

type Props = { columns: readonly BoardColumn<unknown>[]; value: string | undefined; onChange: (id: string) => void }

/** On a phone one column shows at a time; this names it. */
export const BoardColumnPicker = ({ columns, value, onChange }: Props) => {
  const { t } = useTranslation('ui')
  const countOf = useColumnCount()
  return (
    <NativeSelect
      label={t('board.column')}
      mb="xs"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={columns.map((column) => ({
        value: column.id,
        label: t('board.columnWithCount', { title: column.title, count: countOf(column) }),
      }))}
    />
  )
}
