import type { Request } from '@entente/shared/requests/contract'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'

const kinds = {
  toVerify: 'waiting',
  valid: 'proven',
  toReconfirm: 'waiting',
  lapsed: 'blocked',
  withdrawn: 'neutral',
} as const satisfies Record<Request['state'], StatusKind>

/** Whether a request can be relied on. */
export const RequestState = ({ state }: Pick<Request, 'state'>) => {
  const { t } = useTranslation('requests')
  return <StatusBadge kind={kinds[state]}>{t(`state.${state}`)}</StatusBadge>
}
