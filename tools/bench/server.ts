import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { boardText } from '../../apps/api/src/modules/activities/board/queries.ts'
import { atLeast, atMost, type Measure, median, quantile, timed, times } from './table.ts'
import type { BenchWorld, Session } from './world.ts'

const turns = 60
const moves = 300

type Column = { id: string; cards: { id: string; title: string; version: number }[] }

/** The bare route of `bare-server.ts` on the same database. */
const startBare = async (world: BenchWorld) => {
  const { text, values } = boardText(world.programId, { can: ['edit'], cannot: {} })
  const env = { ...process.env, DATABASE_URL: world.databaseUrl, BENCH_STATEMENT: JSON.stringify({ text, values }) }
  const child = spawn(process.execPath, [fileURLToPath(new URL('bare-server.ts', import.meta.url))], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: `${line.toString().trim()}/board`, stop: () => child.kill('SIGKILL') }
}

/** The whole board against the bare route, turn by turn on the same machine, then the unchanged board. */
const boardAnswers = async (world: BenchWorld, coordinator: Session): Promise<Measure[]> => {
  const bare = await startBare(world)
  try {
    const path = `/programs/${world.programId}/board`
    const { etag, body } = await coordinator('GET', path)
    const plain = await (await fetch(bare.url)).json()
    if (JSON.stringify(plain) !== JSON.stringify(body)) throw new Error('The bare route answers another board')
    const ours: number[] = []
    const theirs: number[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      ours.push(await timed(() => coordinator('GET', path)))
      theirs.push(await timed(async () => (await fetch(bare.url)).json()))
    }
    const unchanged = await times(turns * 5, async () => {
      const { status } = await coordinator('GET', path, undefined, { 'if-none-match': etag })
      if (status !== 304) throw new Error(`An unchanged board was answered ${status}`)
    })
    return [
      atMost('board answer, against one statement through a bare route', median(ours) / median(theirs), 1.7, '×'),
      atLeast('unchanged board (304), against that rate', median(theirs) / median(unchanged), 10, '×'),
    ]
  } finally {
    bare.stop()
  }
}

/** One client moves cards to and fro, one after the other. */
const moveAnswers = async (world: BenchWorld, coordinator: Session): Promise<Measure[]> => {
  const { columns } = (await coordinator<{ columns: Column[] }>('GET', `/programs/${world.programId}/board`)).body
  const cards = columns.flatMap((column, at) => column.cards.slice(0, 20).map((card) => ({ ...card, at })))
  const versions = new Map(cards.map(({ id, version }) => [id, version]))
  const taken = await times(moves, async (turn) => {
    const { id, at } = cards[turn % cards.length] ?? { id: '', at: 0 }
    const round = Math.floor(turn / cards.length) + 1
    const columnId = columns[(at + round) % columns.length]?.id
    const headers = { 'if-match': `"${versions.get(id)}"` }
    const { status, body } = await coordinator<{ version: number }>(
      'POST',
      `/activities/${id}/move`,
      { columnId },
      headers,
    )
    if (status !== 200) throw new Error(`A move was answered ${status}: ${JSON.stringify(body)}`)
    versions.set(id, body.version)
  })
  return [atMost('a move acknowledged at one client, p99', quantile(taken, 0.99), 40, 'ms')]
}

/** What the server does with a board of this size. */
export const serverMeasures = async (world: BenchWorld): Promise<Measure[]> => {
  const coordinator = await world.signIn('coordination')
  return [...(await boardAnswers(world, coordinator)), ...(await moveAnswers(world, coordinator))]
}
