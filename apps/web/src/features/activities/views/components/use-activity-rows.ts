import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import type { ActivityCard } from '@entente/shared/activities/contract'
import { useTranslation } from 'react-i18next'
import { today } from '../../../../lib/format/days.ts'

/** A card with what its column says of it: its name, its place on the board, whether work there is done. */
export type ActivityRow = ActivityCard & { column: string; place: number; done: boolean }

/** The cards of a board, one after another, in its order. */
export const rowsOf = (columns: ActivityBoard['columns']): ActivityRow[] =>
  columns.flatMap(({ name, done, cards }, place) => cards.map((card) => ({ ...card, column: name, place, done })))

/** How a card stands: what is finished is neither late nor blocked. */
export const standingOf = ({ done, blocked, dueOn }: ActivityRow) => {
  if (done) return 'done'
  if (blocked !== null) return 'blocked'
  return dueOn !== null && dueOn < today() ? 'late' : 'planned'
}

/** How cards stand, in words. */
export const useStandings = () => {
  const { t } = useTranslation('activities/views')
  return {
    planned: t('standing.planned'),
    done: t('standing.done'),
    late: t('standing.late'),
    blocked: t('standing.blocked'),
  }
}
