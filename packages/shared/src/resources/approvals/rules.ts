import { compare, minus, sum } from '../../kernel/money.ts'

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

/** Working days within which a step is decided; after twice as many it is shown to the executive. */
export const serviceDays = 5
