import { OfflineError, problemOf } from './problem.ts'

/** The name the server gives a file. */
const nameIn = (answer: Response) => {
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  return decodeURIComponent(name)
}

/**
 * Fetches a file that asks for a header a plain link cannot send, and hands it to the browser as a download, under a
 * name or else the one the server gives it.
 */
export const download = async (href: string, name: string | null, headers: Record<string, string>) => {
  const answer = await fetch(href, { headers, credentials: 'same-origin' }).catch(() => {
    throw new OfflineError()
  })
  if (!answer.ok) throw await problemOf(answer)
  const address = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: address, download: name ?? nameIn(answer) })
  link.click()
  URL.revokeObjectURL(address)
}
