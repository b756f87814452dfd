import { prefetch } from '../../lib/api/prefetch.ts'
import { everywhere, rememberedLocale, subjectsOf, textsOf } from '../../lib/i18n/texts.ts'
import { openPages } from './open-pages.ts'
import { frame, type PageRoute, pages } from './routes.ts'

const matchOf = ({ path }: PageRoute, pathname: string) =>
  new RegExp(`^${path.replace(/:\w+/, '([^/]+)')}/?$`).exec(pathname)

/** The page at an address, outermost first, and whose it is. */
const wayTo = (pathname: string, routes: readonly PageRoute[]): { steps: PageRoute[]; id: string } | undefined => {
  for (const route of routes) {
    const within = wayTo(pathname, route.sections ?? [])
    if (within) return { ...within, steps: [route, ...within.steps] }
    const match = matchOf(route, pathname)
    if (match) return { steps: [route], id: match[1] ?? '' }
  }
  return undefined
}

/**
 * Asks at once for the files, texts and answers the page at an address is made of: asked for by one another, each when
 * the one before has come and run, they would come one after the other. Whoever needs them says what was not to be had.
 */
export const prefetchPage = (pathname: string) => {
  const locale = rememberedLocale()
  const open = wayTo(pathname, openPages)
  const { steps, id } = open ?? wayTo(pathname, pages) ?? { steps: [], id: '' }
  const parts = open ? steps : [frame, ...steps]
  const addresses = parts.flatMap(({ asks = [] }) => asks)
  for (const address of addresses) prefetch(`/api/v1${address.replace(':id', id)}`, locale)
  const subjects = [...everywhere, ...parts.flatMap(({ texts = [] }) => texts).flatMap(subjectsOf)]
  const files = [...parts.map(({ load }) => load()), ...subjects.map((subject) => textsOf(locale, subject))]
  for (const file of files) file?.catch(() => undefined)
}
