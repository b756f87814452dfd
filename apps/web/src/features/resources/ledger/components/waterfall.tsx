import { useTranslation } from 'react-i18next'
import { compare, minus } from '@entente/shared/kernel/money'
import { useFormat } from '../../../../lib/format/format.ts'
import { runningTotals, shareOf } from '../../../../ui/chart/proportions.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import styles from './waterfall.module.css'

export type WaterfallFigures = {
  ceiling: string
  spent: string
  committed: string
  reserved: string
  /** What is about to be decided; leave out to show the envelope as it is. */
  decision?: string
}
type Props = WaterfallFigures & {
  /** A sentence: which envelope this is. */
  title: string
  /** An ISO 4217 code, `staffDay` or `item`. */
  unit: string
}

const steps = ['spent', 'committed', 'reserved', 'decision'] as const

/** From the ceiling down to what remains, step by step: a table whose last column draws what it says. */
export const Waterfall = ({ title, unit, ceiling, ...figures }: Props) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const taken = steps.flatMap((step) => (figures[step] === undefined ? [] : [{ step, amount: figures[step] }]))
  const levels = runningTotals(
    ceiling,
    taken.map(({ amount }) => amount),
  )
  const remains = levels.at(-1) ?? ceiling
  const isOver = compare(remains, '0') < 0
  const whole = Math.max(Number(ceiling), Number(minus(ceiling, remains)))
  const bar = (kind: string, start: number, width: number) => (
    <td className={styles.track} aria-hidden>
      <span className={styles.bar} data-kind={kind} style={{ insetInlineStart: `${start}%`, width: `${width}%` }} />
    </td>
  )
  return (
    <table className={styles.waterfall}>
      <caption>{title}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('waterfall.ceiling')}</th>
          <td className={styles.amount}>{format.quantity(ceiling, unit)}</td>
          {bar('ceiling', 0, shareOf(ceiling, whole))}
        </tr>
        {taken.map(({ step, amount }, index) => (
          <tr key={step} data-step={step}>
            <th scope="row">{t(`waterfall.${step}`)}</th>
            <td className={styles.amount}>{`−\u202f${format.quantity(amount, unit)}`}</td>
            {bar(step, shareOf(minus(ceiling, levels[index] ?? ceiling), whole), shareOf(amount, whole))}
          </tr>
        ))}
        <tr className={styles.remains}>
          <th scope="row">{t('waterfall.remains')}</th>
          <td className={styles.amount}>
            {isOver ? (
              <StatusBadge kind="over">{format.quantity(remains, unit)}</StatusBadge>
            ) : (
              format.quantity(remains, unit)
            )}
          </td>
          {isOver
            ? bar('over', shareOf(ceiling, whole), 100 - shareOf(ceiling, whole))
            : bar('remains', shareOf(minus(ceiling, remains), whole), shareOf(remains, whole))}
        </tr>
      </tbody>
    </table>
  )
}
