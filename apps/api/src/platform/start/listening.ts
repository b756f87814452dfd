import { createServer } from 'node:net'
import type { Settings } from './env.ts'
import { errorCode, StartError } from '@entente/postgres/start-error'

type Address = Pick<Settings, 'host' | 'port'>

/** Refuses at once, before anything is started, an address on which this server could not listen. */
export async function refuseBusyPort(address: Address): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenFault(address, error)))
    probe.listen(address.port, address.host, () => probe.close(() => resolve()))
  })
}

/** Why a server cannot listen, in one sentence that names the setting. */
export function listenFault({ host, port }: Address, error: unknown): unknown {
  switch (errorCode(error) ?? '') {
    case 'EADDRINUSE':
      return new StartError(`PORT ${port} is in use on ${host}: stop what uses it, or set another PORT.`)
    case 'EACCES':
      return new StartError(`PORT ${port} may not be used by this user: set a PORT above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartError(`HOST ${host} is not an address of this machine.`)
    default:
      return error
  }
}
