import { compare, minus, sum, times } from '../../kernel/money.ts'
import type { StepRule } from './contract.ts'

/** A rate serves for this many days after its own; then a newer one must be recorded. */
export const rateDays = 31

/** An amount in Canadian dollars at a rate: rounded half up to the cent, once. */
export const inCad = (amount: string, rate: string) => times(amount, rate, 2)

/** How many percent a rate may lie from the last one and be used without a second person. */
export const usualPercent = 10

/** So many percent of a rate, as a whole number of equal parts: rates have up to eight decimals. */
const percentOf = (rate: string, percent: number) => times(rate, `${percent}00000000`, 0)

/**
 * Whether a rate must be confirmed by a second person before anything is converted at it: the first one of a currency,
 * and one that lies more than 10 % above or below the last. `last` is the latest rate in use that somebody else vouches
 * for, by recording or by confirming it: small steps of one person lead nowhere. Exact, without rounding.
 */
export const isUnusualRate = (rate: string, last: string | null) =>
  last === null ||
  compare(percentOf(rate, 100), percentOf(last, 100 + usualPercent)) > 0 ||
  compare(percentOf(rate, 100), percentOf(last, 100 - usualPercent)) < 0

/** Days within which requests for the same thing are counted together (P7-G8). */
export const splitDays = 30

const splitTime = splitDays * 86_400_000

/** Of a request only what shows whether it was cut from another: when it was submitted, in milliseconds, and how much it asks in all. */
export type Sized = { id: string; at: number; asked: string }

/** Of requests in the order they were submitted: what each asks with those within thirty days of it, at places `from` to `to`. */
const nearbyOf = (requests: readonly Sized[]) => {
  let [total, from, to] = ['0', 0, 0]
  return requests.map((request) => {
    for (let next = requests[to]; next && next.at <= request.at + splitTime; next = requests[to]) {
      total = sum([total, next.asked])
      to += 1
    }
    for (let first = requests[from]; first && first.at < request.at - splitTime; first = requests[from]) {
      total = minus(total, first.asked)
      from += 1
    }
    return { request, total, from, to }
  })
}

/** How many of the other requests are named; all are counted. */
const namedOthers = 20

/**
 * The requests for one thing that look cut to stay under a limit (P7-G8): each stays under it, and together with the
 * others of thirty days that do so too it would exceed it, whatever its share. Gives for each the lowest such limit, the
 * sum, how many others there are, and the latest of them. Their sums run along the days: no request is compared with all.
 */
export const splitsUnder = (requests: readonly Sized[], limits: readonly string[]) => {
  const found = new Map<string, { limit: string; total: string; count: number; others: Sized[] }>()
  const asking = requests.filter(({ asked }) => compare(asked, '0') > 0).toSorted((one, other) => one.at - other.at)
  const all = sum(asking.map(({ asked }) => asked))
  for (const limit of [...new Set(limits)].toSorted(compare).filter((one) => compare(all, one) > 0)) {
    const under = asking.filter(({ asked }) => compare(asked, limit) <= 0)
    for (const { request, total, from, to } of nearbyOf(under)) {
      if (found.has(request.id) || compare(total, limit) <= 0) continue
      const latest = under.slice(Math.max(from, to - namedOthers - 1), to).filter(({ id }) => id !== request.id)
      found.set(request.id, { limit, total, count: to - from - 1, others: latest.slice(-namedOthers) })
    }
  }
  return found
}

/** How many days a period holds, its ends among them. */
export const daysIn = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** Days of one person, worked from one day to another. */
export type Worked = { from: string; to: string; days: string }
const tenthsOf = (days: string) => BigInt(sum([days], 1).replace('.', ''))

/** The first period that begins on a day and holds more work than days, with all that lies within it. */
const crowdedFrom = <W extends Worked>(from: string, entry: Worked, others: readonly W[]) => {
  const later = others.filter((one) => one.from >= from).toSorted((a, b) => (a.to < b.to ? -1 : 1))
  const ends = [entry.to, ...later.map(({ to }) => to).filter((to) => to > entry.to)]
  return ends
    .map((to) => ({ from, to, within: later.filter((one) => one.to <= to) }))
    .find(({ to, within }) => {
      const worked = within.reduce((total, { days }) => total + tenthsOf(days), tenthsOf(entry.days))
      return worked > BigInt(daysIn(from, to) * 10)
    })
}

/**
 * Whether days of a person leave no room for others they already have: somewhere around them a period would hold more
 * work than days, each counted once, Sundays too (missions work on polling day). Gives that period and the entry in the
 * way, or null.
 */
export const crowded = <W extends Worked>(entry: Worked, others: readonly W[]) => {
  const starts = [entry.from, ...others.map(({ from }) => from).filter((from) => from < entry.from)]
  const [found] = starts.flatMap((from) => crowdedFrom(from, entry, others) ?? [])
  if (found === undefined) return null
  const { from, to, within } = found
  const other = within.find((one) => one.from <= entry.to && one.to >= entry.from)
  return other === undefined ? null : { from, to, other }
}

/** Before anyone proposed other rules: one signature, of whoever’s limit covers the whole. */
export const firstRules: readonly StepRule[] = [
  {
    id: null,
    name: { fr: 'Décision dans la limite', en: 'Decision within the limit' },
    unit: null,
    above: '0',
    isSerious: false,
    role: 'withinLimit',
    group: 1,
    quorum: 1,
  },
]

/** What a request asks in all, by what is counted, and whether its program bears a serious risk. */
export type Weighed = { CAD: string; staffDay: string; item: string; isSerious: boolean }

const applies = (rule: StepRule, asked: Weighed) =>
  (!rule.isSerious || asked.isSerious) && (rule.unit === null || compare(asked[rule.unit], rule.above) > 0)

/** The signatures a request needs, in the order they are asked: one for each member of each quorum. */
export const signaturesFor = (rules: readonly StepRule[], asked: Weighed) =>
  rules
    .filter((rule) => applies(rule, asked))
    .toSorted((left, right) => left.group - right.group)
    .flatMap((rule) => Array.from({ length: rule.quorum }, () => rule))

/** How many people can sign: those of the executive, those whose limit reaches (they among them), all who decide. */
export type Signers = { executive: number; within: number; all: number }

/**
 * The first rule of a table that asks, with those before it, for more different people than there are, and how many
 * there are for it; null for a table that can be followed. Nobody signs two steps of a request, and an executive may
 * sign for a manager: the signatures of the executive are counted on its people, with those within a limit on whoever’s
 * limit reaches, and all of them on all who decide.
 */
export const beyondSigners = (rules: readonly Pick<StepRule, 'role' | 'quorum'>[], signers: Signers) => {
  const asked: Signers = { executive: 0, within: 0, all: 0 }
  for (const [index, { role, quorum }] of rules.entries()) {
    asked.all += quorum
    if (role !== 'manager') asked.within += quorum
    if (role === 'executive') asked.executive += quorum
    const short = (['executive', 'within', 'all'] as const).find((who) => asked[who] > signers[who])
    if (short !== undefined) return { index, people: signers[short], asked: asked[short] }
  }
  return null
}

/** Working days within which a step is decided; after twice as many it is shown to the executive. */
export const serviceDays = 5
