import { vi } from 'vitest'

const complaints: string[] = []
let isCrashExpected = false

/** The element `search` is younger than this DOM. */
const isOfTheDom = ([message, name]: readonly unknown[]) =>
  name === 'search' && String(message).startsWith('The tag <%s> is unrecognized')

/** Hears what React complains of on the console. */
export const hearComplaints = () => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    if (!isOfTheDom(words) && !isCrashExpected) complaints.push(words.map(String).join(' '))
  })
}

/** For the test of a page that ends in an error: React says so on the console, too. */
export const expectCrash = () => {
  isCrashExpected = true
}

/** What was complained of since it was last asked. */
export const takeComplaints = () => {
  isCrashExpected = false
  return complaints.splice(0)
}
