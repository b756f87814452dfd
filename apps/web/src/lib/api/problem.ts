import { type Problem, type ProblemCode, problem, problemType } from '@entente/shared/kernel/problem'

/** A refusal of the API, with everything it said. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(body: Problem) {
    super(body.detail ?? body.title)
    this.name = 'ApiProblem'
    this.problem = body
  }

  is(code: ProblemCode) {
    return this.problem.type === problemType(code)
  }
}

export const isProblem = (error: unknown, code?: ProblemCode): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.is(code))

/** No answer at all: the network or the server is away. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError'
}

/** Reads a refusal; one that is not problem+json (a proxy's page, say) becomes a plain problem of the same status. */
export const problemOf = async (answer: Response): Promise<ApiProblem> => {
  const body = problem.safeParse(await answer.json().catch(() => undefined))
  return new ApiProblem(
    body.success ? body.data : { type: 'about:blank', title: answer.statusText, status: answer.status },
  )
}
