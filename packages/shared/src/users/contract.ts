import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { id, person } from '../kernel/fields.ts'
import { locale, secret, text } from '../kernel/text.ts'
import { door } from './options.ts'

export const role = z.enum(['coordinator', 'analyst', 'manager', 'executive', 'partner', 'auditor', 'admin'])
export type Role = z.infer<typeof role>

/** Everyone of the institution, whatever they do; partners are outside it. */
export const internalRoles = [
  'coordinator',
  'analyst',
  'manager',
  'executive',
  'auditor',
  'admin',
] as const satisfies readonly Role[]

export const signedInUser = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    roles: z.array(role),
    locale,
    organizationId: id.nullable(),
  })
  .meta({ id: 'SignedInUser' })
export type SignedInUser = z.infer<typeof signedInUser>

export const credentials = z.strictObject({ email: text(254), password: secret(1) }).meta({ id: 'Credentials' })

const session = z
  .object({
    user: signedInUser,
    demo: z.boolean(),
    /** What of the interface is open to this person. */ can: z.array(door),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof session>

export const users = {
  server: endpoint({
    method: 'GET',
    path: '/server',
    summary: 'What this server is: whether it holds demonstration data, and its version',
    tag: 'users',
    public: true,
    status: 200,
    response: z.object({ demo: z.boolean(), version: z.string() }),
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: 'Sign in; earlier token of this browser, if any, stops working',
    tag: 'users',
    public: true,
    status: 200,
    body: credentials,
    response: session,
  }),
  session: endpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in',
    tag: 'users',
    status: 200,
    response: session,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out of this browser',
    tag: 'users',
    status: 204,
  }),
  signOutEverywhere: endpoint({
    method: 'DELETE',
    path: '/sessions',
    summary: 'Sign out of every browser',
    tag: 'users',
    status: 204,
  }),
  people: endpoint({
    method: 'GET',
    path: '/people',
    summary: 'People of the institution, for assigning and naming',
    tag: 'users',
    status: 200,
    response: z.object({
      items: z.array(
        person.extend({
          roles: z.array(role),
          /** What may be entrusted to them. */ can: z.array(z.enum(['coordinate'])),
        }),
      ),
    }),
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/setup',
    summary: 'Create the first admin with the one-time set-up token',
    tag: 'users',
    public: true,
    status: 201,
    body: z.strictObject({
      token: text(200),
      name: text(120),
      email: z.email().max(254),
      password: secret(12),
    }),
    response: session,
  }),
}
