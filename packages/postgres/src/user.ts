import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How to start a program so that it does not run as root. */
export type Runner = {
  wrap(command: string, args: string[]): { command: string; args: string[]; uid?: number; gid?: number }
  /** Gives a folder to the user the programs run as; nothing to do where files stay the caller's. */
  own(folder: string): void
}

/**
 * PostgreSQL refuses to run as root. As root its programs therefore run in a user namespace, where root is mapped to
 * another user: files stay root's, the process id is the real one and nothing on the host changes. Only where that is
 * not possible do they run as an unprivileged user, who must then own the data folder.
 */
export function postgresRunner(): Runner {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => ({ command, args }), own: () => undefined }
  const user = unprivilegedUser()
  const namespace = ['-U', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  if (spawnSync('unshare', [...namespace, 'true']).status === 0) {
    return {
      wrap: (command, args) => ({ command: 'unshare', args: [...namespace, command, ...args] }),
      own: (folder) => chownTree(folder, 0, 0),
    }
  }
  return {
    wrap: (command, args) => ({ command, args, ...user }),
    own: (folder) => chownTree(folder, user.uid, user.gid),
  }
}

/** Some user of this machine that is not root: initdb insists that the user it runs as has a name. */
function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  return users.find(({ uid }) => uid === 1000) ?? users[0] ?? { uid: 1000, gid: 1000 }
}

function chownTree(path: string, uid: number, gid: number): void {
  const entry = lstatSync(path)
  if (entry.uid !== uid || entry.gid !== gid) chownSync(path, uid, gid)
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid)
}
