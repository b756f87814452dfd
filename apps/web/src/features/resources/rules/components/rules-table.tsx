import type { StepRule } from '@entente/shared/resources/rules/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'

type Props = { rules: readonly StepRule[]; caption: string }

/** Rules of approval, one a row: for what, who signs, how many, in which order. */
export const RulesTable = ({ rules, caption }: Props) => {
  const { t } = useTranslation('resources/rules')
  const format = useFormat()
  const whenOf = ({ unit, above, isSerious }: StepRule) => {
    const amount = unit === null ? t('rules.always') : t('rules.moreThan', { amount: format.quantity(above, unit) })
    return isSerious ? `${amount} · ${t('rules.serious')}` : amount
  }
  const columns: Column<StepRule & { key: string }>[] = [
    { id: 'group', header: t('rules.group'), cell: ({ group }) => group },
    { id: 'name', header: t('rules.name'), isName: true, cell: ({ name }) => format.text(name) },
    { id: 'when', header: t('rules.when'), cell: whenOf },
    {
      id: 'who',
      header: t('rules.who'),
      cell: ({ role, quorum }) => `${quorum} × ${t(`rules.role.${role}`)}`,
    },
  ]
  const rows = rules
    .map((rule, index) => ({ ...rule, key: rule.id ?? String(index) }))
    .toSorted((left, right) => left.group - right.group)
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
}
