import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Words } from './words.ts'

/** Where each file of a new slice goes, by the text it is made from. */
const placesOf = ({ slice }: Words): Record<string, string> => ({
  'model.prisma': `prisma/models/${slice}.prisma`,
  'contract.ts': `packages/shared/src/${slice}/contract.ts`,
  'policy.ts': `apps/api/src/modules/${slice}/policy.ts`,
  'presenter.ts': `apps/api/src/modules/${slice}/presenter.ts`,
  'queries.ts': `apps/api/src/modules/${slice}/queries.ts`,
  'service.ts': `apps/api/src/modules/${slice}/service.ts`,
  'routes.ts': `apps/api/src/modules/${slice}/routes.ts`,
  'test.ts': `apps/api/src/modules/${slice}/${slice}.test.ts`,
  'api.ts': `apps/web/src/features/${slice}/api.ts`,
  'page.tsx': `apps/web/src/features/${slice}/pages/${slice}-page.tsx`,
  'page.test.tsx': `apps/web/src/features/${slice}/pages/${slice}-page.test.tsx`,
  'fr.json': `apps/web/src/locales/fr/${slice}.json`,
  'en.json': `apps/web/src/locales/en/${slice}.json`,
  'walk.spec.ts': `e2e/${slice}.spec.ts`,
})

/** A text with the slice's own words. */
const filledIn = (text: string, words: Words) =>
  Object.entries(words).reduce((filled, [name, word]) => filled.replaceAll(`$${name}$`, word), text)

const skeletonText = (name: string) =>
  readFileSync(fileURLToPath(new URL(`skeleton/${name}.txt`, import.meta.url)), 'utf8')

/** Every file of a new slice, by its path. */
export const sliceFiles = (words: Words): Record<string, string> =>
  Object.fromEntries(Object.entries(placesOf(words)).map(([name, path]) => [path, filledIn(skeletonText(name), words)]))
