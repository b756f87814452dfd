import type { Endpoint } from '@entente/shared/kernel/endpoint'
import type { Locale } from '@entente/shared/kernel/text'
import type { Asked } from '../records/changing.ts'
import type { Actor, Rule } from '../rules/policy.ts'

// Fastify is told of our own members by declaration merging, which only an interface can do.
declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, if anyone; set before any route runs. */
    actor: Actor | null
    locale: Locale
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint
    rule?: Rule<never>
    asks?: Asked
  }
}
