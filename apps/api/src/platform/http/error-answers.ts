import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '../database/errors.ts'
import { localeOf } from './locale.ts'
import { ProblemError, problemBody } from '../rules/problems.ts'
import { problems } from '@entente/shared/kernel/problem'

const unreadable: Record<string, ProblemError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new ProblemError('too-large'),
  FST_REQ_FILE_TOO_LARGE: new ProblemError('too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new ProblemError('unsupported-media-type'),
}

/** Every error as a problem: expected ones say what to do, all others say nothing and are logged. */
const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  const { code, statusCode } = error as Partial<FastifyError>
  const known = unreadable[code ?? '']
  if (known !== undefined) return known
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new ProblemError('malformed')
  if (isUnavailable(error)) return new ProblemError('busy', { headers: { 'retry-after': '2' } })
  return new ProblemError('internal')
}

const refuse = (request: FastifyRequest, reply: FastifyReply, problem: ProblemError) => {
  const locale = request.locale ?? localeOf(request.headers['accept-language'])
  const instance = request.url.split('?')[0] ?? request.url
  return reply
    .code(problems[problem.code].status)
    .headers(problem.details.headers ?? {})
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemBody(problem, locale, instance))
}

/** One handler for refusals and failures. Nothing of a failure leaves the server but its status. */
export const handleErrors = (app: FastifyInstance) => {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.code === 'internal') request.log.error({ err: error }, 'unexpected failure')
    return refuse(request, reply, problem)
  })
}

export const refuseUnknown = (request: FastifyRequest, reply: FastifyReply) =>
  refuse(request, reply, new ProblemError('not-found'))
