import type { Locale } from '@entente/shared/kernel/text'

/** What was asked before the program that reads it was here. */
const asked = new Map<string, Promise<Response>>()

/** Answers are taken while the first page is drawn; one that nobody took by then is no longer news. */
const newsMs = 10_000

/** How every answer of the API is asked for, in the reader's language. */
export const acceptIn = (locale: Locale) => ({ 'Accept': 'application/json', 'Accept-Language': locale })

/** Asks the API for an answer that `takePrefetched` will want. */
export const prefetch = (address: string, locale: Locale) => {
  const answer = fetch(address, { headers: acceptIn(locale), credentials: 'same-origin' })
  // Whoever takes it hears of the failure.
  answer.catch(() => undefined)
  asked.set(address, answer)
}

/** The answer that was asked ahead, once. */
export const takePrefetched = (address: string) => {
  const answer = asked.get(address)
  asked.delete(address)
  return performance.now() < newsMs ? answer : undefined
}
