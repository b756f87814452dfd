import type { Analysis } from '@entente/shared/analyses/contract'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'

const kinds = {
  draft: 'neutral',
  submitted: 'waiting',
  returned: 'waiting',
  approved: 'proven',
  superseded: 'neutral',
} as const satisfies Record<Analysis['state'], StatusKind>

/** Where a version stands. */
export const AnalysisState = ({ state }: Pick<Analysis, 'state'>) => {
  const { t } = useTranslation('analyses')
  return <StatusBadge kind={kinds[state]}>{t(`state.${state}`)}</StatusBadge>
}
