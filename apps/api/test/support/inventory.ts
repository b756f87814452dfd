import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { tmpdir } from 'node:os'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { buildApp } from '../../src/app.ts'
import type { Asked } from '../../src/platform/records/changing.ts'
import { settableClock } from '../../src/platform/database/clock.ts'

/** A route as Fastify has it: by which contract, under `/api/v1`, and for whom. */
export type Route = { method: string; url: string; endpoint: Endpoint | null; roles: readonly string[]; asks: Asked }

export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`

const methodsOf = ({ method }: RouteOptions) => (Array.isArray(method) ? method : [method])
const routesOf = (route: RouteOptions): Route[] =>
  methodsOf(route)
    .filter((method) => method !== 'HEAD' && method !== 'OPTIONS')
    .map((method) => ({
      method,
      url: route.config?.endpoint === undefined ? route.url : route.url.replace('/api/v1', ''),
      endpoint: route.config?.endpoint ?? null,
      roles: route.config?.rule?.roles ?? [],
      asks: route.config?.asks ?? [],
    }))

/** What `/openapi.json` tells, as far as it is looked into here. */
type OpenApi = { paths?: Record<string, object>; components?: { schemas?: Record<string, unknown> } }

/** The application as it ships, asked what it can do: every route it really has, and its OpenAPI document. */
export const takeInventory = async () => {
  const routes: Route[] = []
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', (route) => void routes.push(...routesOf(route)))
  }
  subscribe('fastify.initialization', listen)
  // No table is read: the address need not lead anywhere.
  const databaseUrl = 'postgresql://nobody@127.0.0.1:9/nothing'
  const { clock } = settableClock(new Date(0))
  const options = { databaseUrl, dataDir: tmpdir(), demo: false, publicUrl: null, webRoot: null, clock }
  try {
    const app = await buildApp({ ...options, logLevel: 'silent' })
    await app.ready()
    const openapi = app.swagger() as OpenApi
    await app.close()
    return { routes, openapi }
  } finally {
    unsubscribe('fastify.initialization', listen)
  }
}
