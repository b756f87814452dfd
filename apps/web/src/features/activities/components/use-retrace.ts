import type { Activity, ActivityCard, ActivityEdit } from '@entente/shared/activities/contract'
import type { Lane } from '@entente/shared/activities/limits/contract'
import type { BulkChange, BulkResult } from '@entente/shared/activities/board-contract'
import { useHotkeys } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placement } from '../../../ui/board/layout/board-layout.ts'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { useChangeActivities, useEditActivity, useMoveActivity } from '../api.ts'

type Way = 'undo' | 'redo'
type Edit = Omit<ActivityEdit, 'as'>
type Change = BulkChange['changes'][number]
type Move = Omit<Placement, 'lane'> & { lane?: Lane }
/** Where a card goes back to, and what else it had that the way there and back drops. */
type Back = { place: Move; edit?: Edit }

/** Something done that can be taken back: how, and how to do it again. Versions follow what each step answers. */
type Step = { name: string; run: (way: Way) => Promise<unknown> }

/** Where a card stands, said so that it can be put back there. */
export const placeOf = (
  cards: readonly { id: string }[],
  columnId: string,
  cardId: string,
): Omit<Placement, 'lane'> => {
  const index = cards.findIndex(({ id }) => id === cardId)
  const [above, below] = [cards[index - 1], cards[index + 1]]
  if (above !== undefined) return { columnId, after: above.id }
  return below === undefined ? { columnId } : { columnId, before: below.id }
}

const versionsOf = (results: BulkResult['results']) =>
  new Map(results.map(({ id, activity }) => [id, activity === null ? {} : { version: activity.version }]))

/** The steps themselves: each sends the version the one before it answered, so that nobody's change is undone with mine. */
const useSteps = (programId: string, push: (step: Step) => void) => {
  const { t } = useTranslation('activities')
  const edit = useEditActivity()
  const move = useMoveActivity()
  const change = useChangeActivities()
  type Card = Pick<ActivityCard, 'id' | 'title'>
  const single = (card: Card, made: Activity, act: (way: Way, ifMatch: number) => Promise<Activity>) => {
    let { version } = made
    const run = async (way: Way) => {
      ;({ version } = await act(way, version))
    }
    push({ name: card.title, run })
  }
  return {
    moved: (card: Card, back: Back, forth: Move, made: Activity) =>
      single(card, made, async (way, ifMatch) => {
        const params = { id: card.id }
        const body = { ...(way === 'undo' ? back.place : forth), as: way }
        const moved = await move.mutateAsync({ params, body, ifMatch })
        if (way === 'redo' || Object.keys(back.edit ?? {}).length === 0) return moved
        return edit.mutateAsync({ params, body: { ...back.edit, as: way }, ifMatch: moved.version })
      }),
    edited: (card: Card, back: Edit, forth: Edit, made: Activity) =>
      single(card, made, (way, ifMatch) =>
        edit.mutateAsync({ params: { id: card.id }, body: { ...(way === 'undo' ? back : forth), as: way }, ifMatch }),
      ),
    /** Several cards changed together go back together. */
    changed: (back: Change[], forth: Change[], made: BulkResult) => {
      let versions = versionsOf(made.results)
      const run = async (way: Way) => {
        const changes = (way === 'undo' ? back : forth).map((item) => ({ ...item, ...versions.get(item.id) }))
        const { results } = await change.mutateAsync({ params: { id: programId }, body: { changes, as: way } })
        versions = versionsOf(results)
      }
      push({ name: t('bulk.count', { count: back.length }), run })
    },
  }
}

/**
 * Undo and redo of what this person did on this board: every step is a command of its own, on record as such, and
 * refused like any other when someone changed the card since.
 */
export const useRetrace = (programId: string) => {
  const { t } = useTranslation('activities')
  const [stacks, setStacks] = useState<{ undo: Step[]; redo: Step[] }>({ undo: [], redo: [] })
  const [error, setError] = useState<unknown>(null)
  const isBusy = useRef(false)
  const steps = useSteps(programId, (step) => setStacks(({ undo }) => ({ undo: [...undo.slice(-49), step], redo: [] })))

  const retrace = async (way: Way) => {
    const step = stacks[way].at(-1)
    if (step === undefined || isBusy.current) return
    isBusy.current = true
    const rest = { ...stacks, [way]: stacks[way].slice(0, -1) }
    const other = way === 'undo' ? 'redo' : 'undo'
    try {
      await step.run(way)
      setStacks({ ...rest, [other]: [...stacks[other], step] })
      announce(t(`${way}.done`, { name: step.name }))
    } catch (refusal) {
      setStacks(rest)
      setError(refusal)
    }
    isBusy.current = false
  }
  const offer = (way: Way) => {
    const step = stacks[way].at(-1)
    return step && { name: step.name, run: () => void retrace(way) }
  }
  useHotkeys([
    ['mod+Z', () => void retrace('undo')],
    ['mod+shift+Z', () => void retrace('redo')],
  ])
  return { ...steps, undo: offer('undo'), redo: offer('redo'), error, forget: () => setError(null) }
}

export type Retrace = ReturnType<typeof useRetrace>
