import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode, StartError } from './start-error.ts'

const FOLDER_FAULTS: Record<string, string> = {
  EROFS: 'is on a read-only file system',
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  ENOSPC: 'is on a full disk',
  EDQUOT: 'is over its disk quota',
  ENOENT: 'cannot be made',
  ENOTDIR: 'is below something that is not a folder',
  EEXIST: 'is a file, not a folder',
}

/**
 * Makes the data folder, or says why not. (The recursive form of mkdir runs for ever where a folder exists but takes no
 * entries, as in /proc.)
 */
export function makeDataFolder(folder: string): void {
  const make = (path: string): void => {
    if (existsSync(path)) return
    make(dirname(path))
    mkdirSync(path)
  }
  try {
    make(folder)
    accessSync(folder, constants.W_OK)
    if (!statSync(folder).isDirectory()) throw new StartError(`DATA_DIR ${folder} is a file, not a folder.`)
  } catch (error) {
    throw folderFault(folder, error)
  }
}

/** Turns a failed write below the data folder into one sentence; anything not understood stays as it is. */
export function folderFault(folder: string, error: unknown): unknown {
  const spawning = error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn')
  const fault = spawning ? undefined : FOLDER_FAULTS[errorCode(error) ?? '']
  return fault ? new StartError(`DATA_DIR ${folder} ${fault}.`) : error
}
