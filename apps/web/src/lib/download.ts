import { OfflineError, problemOf } from './api-problem.ts'

/** Fetches a file that asks for a header a plain link cannot send, and hands it to the browser as a download. */
export const download = async (href: string, name: string, headers: Record<string, string>) => {
  const answer = await fetch(href, { headers, credentials: 'same-origin' }).catch(() => {
    throw new OfflineError()
  })
  if (!answer.ok) throw await problemOf(answer)
  const address = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
