import type { AnswerOf, Endpoint } from '@entente/shared/kernel/endpoint'
import { problems, type ProblemCode, problemType } from '@entente/shared/kernel/problem'
import { answerOf, type Given } from './answers.ts'
import { endpoints } from '@entente/shared/contracts'

type Reply = { status: number; body: unknown }

const replies = new Map<Endpoint, Reply>()
const faults: string[] = []
const sent: { endpoint: Endpoint; body: unknown }[] = []

/** Decides what an operation answers in this test. */
export const answer = <const E extends Endpoint>(endpoint: E, given: Given<AnswerOf<E>>) =>
  void replies.set(endpoint, { status: endpoint.status, body: answerOf(endpoint, given) })

/** Has an operation refused in this test. */
export const refuse = (endpoint: Endpoint, code: ProblemCode, detail: string) => {
  const { status, title } = problems[code]
  replies.set(endpoint, { status, body: { type: problemType(code), title: title.fr, status, detail } })
}

/** The bodies this test has sent to an operation. */
export const sentTo = (endpoint: Endpoint) => sent.filter((call) => call.endpoint === endpoint).map(({ body }) => body)

const patternOf = ({ path }: Endpoint) => new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}$`)
const wordsIn = ({ path }: Endpoint) => path.split('/').filter((part) => !part.startsWith(':')).length

/** Of two operations with the same address, the one that names more of it. */
const endpointAt = (method: string, pathname: string) =>
  endpoints
    .filter((endpoint) => endpoint.method === method && patternOf(endpoint).test(pathname))
    .toSorted((left, right) => wordsIn(right) - wordsIn(left))[0]

const bodyOf = async (request: Request): Promise<unknown> =>
  request.headers.get('content-type') === 'application/json' ? request.json() : undefined

const replyTo = (endpoint: Endpoint): Reply =>
  replies.get(endpoint) ?? { status: endpoint.status, body: answerOf(endpoint) }

/** Stands where the network begins: every call must be one that a contract knows, and is answered as it promises. */
export const networkFetch: typeof fetch = async (input, init) => {
  const request = new Request(new URL(input instanceof Request ? input.url : input, 'http://localhost'), init)
  const { pathname } = new URL(request.url)
  const endpoint = endpointAt(request.method, pathname)
  if (endpoint === undefined) {
    faults.push(`${request.method} ${pathname} is in no contract`)
    return Response.error()
  }
  sent.push({ endpoint, body: await bodyOf(request) })
  const { status, body } = replyTo(endpoint)
  return body === undefined ? new Response(null, { status }) : Response.json(body, { status })
}

/** Forgets what was decided, and tells what was asked that nobody promises. */
export const closeNetwork = () => {
  replies.clear()
  sent.length = 0
  return faults.splice(0)
}
