import { useTranslation } from 'react-i18next'
import type { Load } from '../layout/board-layout.ts'
import { StatusBadge } from '../../feedback/status-badge.tsx'

/** Says when a limit is reached or passed, and whether it refuses more. */
export const LimitBadge = ({ count, limit, limitMode }: Load) => {
  const { t } = useTranslation('ui')
  if (count < limit) return null
  return (
    <StatusBadge kind={count > limit ? 'over' : 'waiting'}>
      {t(limitMode === 'block' ? 'board.full' : 'board.atLimit')}
    </StatusBadge>
  )
}
