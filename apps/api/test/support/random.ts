/** A small generator with a seed, so that a failing history can be played again. */
export const randomOf = (seed: number) => {
  let state = seed * 2_654_435_761
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return state / 2 ** 32
  }
  return {
    next,
    below: (count: number) => Math.floor(next() * count),
    /** One of a list that has some. */
    of: <T>(list: readonly T[]): T => {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new Error('Nothing to choose from')
      return found
    },
  }
}
