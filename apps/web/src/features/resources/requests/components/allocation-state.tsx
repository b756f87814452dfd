import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type StatusKind } from '../../../../ui/feedback/status-badge.tsx'

const kinds = {
  draft: 'neutral',
  submitted: 'waiting',
  approved: 'proven',
  returned: 'waiting',
  refused: 'blocked',
  closed: 'neutral',
} as const satisfies Record<Allocation['state'], StatusKind>

/** Where a request for resources stands. */
export const AllocationState = ({ state }: Pick<Allocation, 'state'>) => {
  const { t } = useTranslation('resources/requests')
  return <StatusBadge kind={kinds[state]}>{t(`state.${state}`)}</StatusBadge>
}
