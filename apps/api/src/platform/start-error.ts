/** A start that cannot go on, said in one plain sentence for the person at the terminal (no stack trace is shown). */
export class StartError extends Error {
  override name = 'StartError'
}

/** The operating system's code of an error (`ENOSPC`, `EROFS` …), when it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const FOLDER_FAULTS: Record<string, string> = {
  EROFS: 'is on a read-only file system',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  ENOSPC: 'is on a full disk',
  EDQUOT: 'is over its disk quota',
  ENOTDIR: 'is below something that is not a folder',
  EEXIST: 'is a file, not a folder',
}

/** Turns a failed write below the data folder into one sentence; anything not understood stays as it is. */
export function folderFault(folder: string, error: unknown): unknown {
  const fault = FOLDER_FAULTS[errorCode(error) ?? '']
  return fault ? new StartError(`DATA_DIR ${folder} ${fault}.`) : error
}
