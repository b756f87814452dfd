import type { Election } from '@entente/shared/calendar/contract'
import { useTranslation } from 'react-i18next'

type Named = Pick<Election, 'kind' | 'pollingOn' | 'place'>

/** What an election is called: its kind, where it is held, and its year. */
export const useElectionName = () => {
  const { t } = useTranslation('calendar')
  return ({ kind, pollingOn, place }: Named) => {
    const name = t(`name.${kind}`, { year: pollingOn.slice(0, 4) })
    return place === null ? name : `${name}, ${place}`
  }
}
