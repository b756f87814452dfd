import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'

/** Files addressed by their content, outside the web root. What is stored is never replaced. */
export type FileStore = {
  /** Stores the bytes and returns when they are on the disk, before any row names them. */
  put: (sha256: string, bytes: Uint8Array) => Promise<void>
  read: (sha256: string) => NodeJS.ReadableStream
}

export const openFileStore = (folder: string): FileStore => {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    put: async (sha256, bytes) => {
      const place = placeOf(sha256)
      const known = await stat(place).catch(() => null)
      if (known !== null) return
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      const draft = `${place}.${randomUUID()}`
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, place)
    },
    read: (sha256) => createReadStream(placeOf(sha256)),
  }
}
