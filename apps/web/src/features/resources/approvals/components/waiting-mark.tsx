import { lateness } from '@entente/shared/resources/approvals/workflow'
import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'

const kinds = { late: 'waiting', escalated: 'over' } as const

/** Says that a decision is late, or so late that it is shown to the executive; nothing while it is in time. */
export const WaitingMark = ({ waiting: { since, dueOn, state } }: Pick<InboxItem, 'waiting'>) => {
  const { t } = useTranslation('resources/approvals')
  const format = useFormat()
  const late = lateness(state)
  if (late === null) return null
  return (
    <StatusBadge kind={kinds[late]}>
      {t(`waiting.${late}`, { since: format.day(since), dueOn: format.day(dueOn) })}
    </StatusBadge>
  )
}
