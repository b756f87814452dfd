import { describe, expect, it } from 'vitest'
import { commitment } from '../programs/options.ts'
import { ends, path, paths } from '../programs/workflow.ts'
import { askedInto, guardsOf, inForceAt, requirements } from './rules.ts'

const ids = (asked: readonly { gate: { id: string } }[]) => asked.map(({ gate }) => gate.id)

describe('The policy as a table', () => {
  it.each(path.options)('asks exactly these gates on the %s path, stage by stage', (way) => {
    const stages = [...paths[way], ...ends]
    const table = Object.fromEntries(
      stages.map((stage) => [stage, { into: ids(askedInto(way, stage)), inForce: ids(inForceAt(way, stage)) }]),
    )
    expect(table).toMatchSnapshot()
  })

  it.each(path.options)('asks exactly these gates of each commitment on the %s path', (way) => {
    const table = Object.fromEntries(
      commitment.options.map((act) => [
        act,
        Object.fromEntries(paths[way].map((stage) => [stage, [...guardsOf(way, stage, act)]])),
      ]),
    )
    expect(table).toMatchSnapshot()
  })

  it('names each gate once', () => {
    expect(new Set(ids(requirements)).size).toBe(requirements.length)
  })
})
