import Fastify from 'fastify'
import { Pool } from 'pg'

// What the board's answer is measured against: one statement through node-postgres, its text sent by a route that does
// nothing else. `BENCH_STATEMENT` holds the statement and its values.
const { text, values } = JSON.parse(process.env.BENCH_STATEMENT ?? '{}') as { text: string; values: unknown[] }
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
const app = Fastify()
app.get('/board', async (_request, reply) => {
  const { rows } = await pool.query<{ text: string }>({ text, values })
  return reply.type('application/json; charset=utf-8').send(rows[0]?.text)
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
