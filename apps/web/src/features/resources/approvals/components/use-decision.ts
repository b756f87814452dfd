import type { InboxItem, InboxLine } from '@entente/shared/resources/approvals/contract'
import { compare, minus, sum } from '@entente/shared/kernel/money'
import { inCad } from '@entente/shared/resources/rates/rules'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { quantityOf } from '../../rates/components/quantity-input.tsx'

export type LineDecision = { amount: string; reason: string }

const isAmount = (value: string) => /^\d{1,10}(\.\d{1,4})?$/.test(value)
/** The most that a line may be granted, in the currency it asks in: what it asks, or what an earlier step left of it. */
export const askedIn = ({ line }: InboxLine) =>
  line.original === null ? (line.approved ?? line.asked) : (line.original.approved ?? line.original.amount)
/** What an amount of a line is in its envelope’s unit, at the rate the line was asked at. */
const countedIn = ({ line }: InboxLine, amount: string) =>
  line.original === null ? amount : inCad(amount, line.original.rate)
const short = (amount: string) => amount.replace(/\.0+$/, '')

const choiceOf = (item: InboxLine, { amount, reason }: LineDecision) => {
  const { line } = item
  const said = reason.trim() === '' || reason === line.reason ? {} : { reason }
  if (compare(amount, askedIn(item)) === 0) return { lineId: line.id, ...said }
  if (!/[1-9]/.test(amount)) return { lineId: line.id, outcome: 'refused' as const, ...said }
  return { lineId: line.id, ...quantityOf(line.unit, amount, line.original?.currency), ...said }
}

/** What a person is about to grant, line by line, and what each envelope would be after it. */
export const useDecision = ({ lines }: InboxItem) => {
  const { t } = useTranslation('resources/approvals')
  const format = useFormat()
  const [decisions, setDecisions] = useState<Record<string, LineDecision>>({})
  const of = (item: InboxLine): LineDecision =>
    decisions[item.line.id] ?? { amount: short(askedIn(item)), reason: item.line.reason ?? '' }
  const change = (line: InboxLine, part: Partial<LineDecision>) =>
    setDecisions((before) => ({ ...before, [line.line.id]: { ...of(line), ...part } }))
  const faultOf = (line: InboxLine) => {
    const { amount } = of(line)
    if (!isAmount(amount)) return t(line.line.unit === 'staffDay' ? 'decide.daysWrong' : 'decide.amountWrong')
    const asked = format.quantity(askedIn(line), line.line.original?.currency ?? line.line.unit)
    return compare(amount, askedIn(line)) > 0 ? t('decide.aboveAsked', { asked }) : undefined
  }
  /** A line that is given nothing is refused: that needs a reason. */
  const reasonFaultOf = (line: InboxLine) => {
    const { amount, reason } = of(line)
    return isAmount(amount) && !/[1-9]/.test(amount) && reason.trim() === '' ? t('decide.reasonMissing') : undefined
  }
  const granted = (line: InboxLine) => (isAmount(of(line).amount) ? countedIn(line, of(line).amount) : '0')
  /** All that this decision takes from the line's envelope, also through its other lines. */
  const takenFrom = ({ line }: InboxLine) =>
    sum(lines.filter((other) => other.line.envelopeId === line.envelopeId).map((other) => granted(other)))
  const leftIn = (line: InboxLine) => minus(minus(line.before.available, line.before.held), takenFrom(line))
  return {
    of,
    change,
    faultOf,
    takenFrom,
    leftIn,
    isLess: lines.some((line) => compare(granted(line), line.line.asked) < 0),
    isValid: lines.every((line) => faultOf(line) === undefined && reasonFaultOf(line) === undefined),
    reasonFaultOf,
    /** Requests that fit now and would not after what is typed. */
    pushedOut: (line: InboxLine) => line.wouldNoLongerFit.filter(({ asked }) => compare(asked, leftIn(line)) > 0),
    granted: lines.map((line) => ({ unit: line.line.unit, amount: granted(line) })),
    choices: () => lines.map((line) => choiceOf(line, of(line))),
  }
}
export type Decision = ReturnType<typeof useDecision>
