import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'

/** Says that a decision is late, or so late that it is shown to the executive; nothing while it is in time. */
export const WaitingMark = ({ waiting: { since, dueOn, state } }: Pick<InboxItem, 'waiting'>) => {
  const { t } = useTranslation('resources/approvals')
  const format = useFormat()
  if (state === 'onTime') return null
  return (
    <StatusBadge kind={state === 'late' ? 'waiting' : 'over'}>
      {t(`waiting.${state}`, { since: format.day(since), dueOn: format.day(dueOn) })}
    </StatusBadge>
  )
}
