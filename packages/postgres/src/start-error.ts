/** A start that cannot go on, said in one plain sentence for the person at the terminal (no stack trace is shown). */
export class StartError extends Error {
  override name = 'StartError'
}

/** The operating system's code of an error (`ENOSPC`, `EROFS` …), when it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
