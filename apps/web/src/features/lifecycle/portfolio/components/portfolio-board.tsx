import type { PortfolioBoard as Answer, PortfolioCard as Card } from '@entente/shared/lifecycle/portfolio/contract'
import { ends, isEnd, type Stage, stage } from '@entente/shared/programs/workflow'
import { Anchor, Group, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { Board } from '../../../../ui/board/board.tsx'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { useMoveProgram } from '../../api.ts'
import { PortfolioCard } from './portfolio-card.tsx'
import type { Refusal } from '../../components/refusal-drawer.tsx'
import { type Passage, UndoNotice } from './undo-notice.tsx'
import { type LaneAttribute, useProgramLanes } from './use-program-lanes.ts'

const EndDialog = lazy(async () => ({ default: (await import('../../components/end-dialog.tsx')).EndDialog }))
const RefusalDrawer = lazy(async () => ({
  default: (await import('../../components/refusal-drawer.tsx')).RefusalDrawer,
}))

type Props = {
  board: Answer
  apply: (cards: readonly Card[]) => readonly Card[]
  /** What a row across the stages stands for. */
  laneBy: LaneAttribute | null
}
type Ending = { card: Card; settle: (isDone: boolean) => void }

const endColumn = 'ended'
const none: readonly Card[] = []

/** Running programs by stage; what is over is a folded column with its count, and a list. */
const useColumns = ({ board, apply }: Pick<Props, 'board' | 'apply'>) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const columns = board.columns.map((column) => {
    const cards = apply(column.cards)
    return {
      id: column.stage,
      title: stageName(column.stage),
      limit: column.limit,
      count: column.count,
      shown: cards.length,
      cards: column.stage === 'closed' ? none : cards,
    }
  })
  const ended = ends.reduce((total, end) => total + board.ended[end], 0)
  return [...columns, { id: endColumn, title: t('end.column'), limit: null, count: ended, shown: ended, cards: none }]
}

/** Where the programs are that the board folds away. */
const Elsewhere = ({ board }: Pick<Props, 'board'>) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const closed = board.columns.find((column) => column.stage === 'closed')?.count ?? 0
  const over = [
    { stage: 'closed' as const, count: closed },
    ...ends.map((end) => ({ stage: end, count: board.ended[end] })),
  ]
  const list = (to: Stage) => `${paths.programs.href()}?view=list&stage=${to}`
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm" c="dimmed">
        {t('elsewhere')}
      </Text>
      {over
        .filter(({ count }) => count > 0)
        .map(({ stage: to, count }) => (
          <Anchor key={to} component={Link} size="sm" to={list(to)}>
            {`${stageName(to)} (${count})`}
          </Anchor>
        ))}
    </Group>
  )
}

/** Programs by stage; a drop is a transition, and the server says whether it may be. */
export const PortfolioBoard = (props: Props) => {
  const format = useFormat()
  const columns = useColumns(props)
  const { lanes, laneOf } = useProgramLanes(columns, props.laneBy)
  const move = useMoveProgram()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [passage, setPassage] = useState<Passage | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)

  const endIt = (card: Card) =>
    new Promise<void>((resolve, reject) =>
      setEnding({ card, settle: (isDone) => (isDone ? resolve() : reject(new Error('Not ended'))) }),
    )
  const moveTo = async (card: Card, columnId: string) => {
    if (columnId === endColumn) return endIt(card)
    const to = stage.parse(columnId)
    try {
      await move.mutateAsync({ params: { id: card.id }, body: { to }, ifMatch: card.version })
      setPassage({ card, to })
    } catch (error) {
      setRefusal({ card, to, error })
      throw error
    }
    return undefined
  }
  const settle = (isDone: boolean) => {
    ending?.settle(isDone)
    setEnding(null)
  }

  return (
    <>
      <UndoNotice passage={passage} />
      <Board
        density="compact"
        isOrdered={false}
        columns={columns}
        lanes={lanes}
        laneOf={laneOf}
        labelOf={(card) => `${card.reference}, ${format.text(card.title)}`}
        renderCard={(card) => <PortfolioCard card={card} />}
        isMovable={(card) => card.moves.length > 0}
        targetsOf={(card) => card.moves.map((to) => (isEnd(to) ? endColumn : to))}
        onMove={(card, { columnId }) => moveTo(card, columnId)}
      />
      <Elsewhere board={props.board} />
      <Suspense>
        {refusal !== null && <RefusalDrawer refusal={refusal} onClose={() => setRefusal(null)} />}
        {ending !== null && (
          <EndDialog program={ending.card} onClose={() => settle(false)} onDone={() => settle(true)} />
        )}
      </Suspense>
    </>
  )
}
