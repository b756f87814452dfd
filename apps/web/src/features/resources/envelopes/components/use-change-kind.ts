import type { CeilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import { useTranslation } from 'react-i18next'

/** What a change is, in words: a transfer or a carry-over, or that one is taken back. */
export const useChangeKind = () => {
  const { t } = useTranslation('resources/envelopes')
  return ({ kind, reversesId }: Pick<CeilingChange, 'kind' | 'reversesId'>) =>
    reversesId === null ? t(`ceiling.kind.${kind}`) : t(`ceiling.undoing.${kind}`)
}
