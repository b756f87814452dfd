import type { Words } from './words.ts'

/** A line of a list that names every slice, before a text that stands there once. */
export type Line = { file: string; before: string; text: string }

const importing = (names: string, from: string) => `import { ${names} } from '${from}'\n`
const pageRoute = ({ slice, many, Many }: Words) => {
  const file = `'../../features/${slice}/pages/${slice}-page.tsx'`
  return `  {\n    path: paths.${many}.path,\n    load: async () => ({ Component: (await import(${file})).${Many}Page }),\n  },\n`
}

const modules = 'apps/api/src/modules.ts'
const contracts = 'packages/shared/src/contracts.ts'

export const linesFor = (words: Words): Line[] => {
  const { slice, many } = words
  return [
    { file: 'tools/checks/slices.ts', before: ']\n\n/** Known by every slice', text: `  '${slice}',\n` },
    {
      file: modules,
      before: '\ntype Routes = ',
      text: importing(`${many}Routes`, `./modules/${slice}/routes.ts`),
    },
    { file: modules, before: ']\n\n/** Puts every slice', text: `  ${many}Routes,\n` },
    { file: contracts, before: 'import { views } from', text: importing(many, `./${slice}/contract.ts`) },
    { file: contracts, before: '  audit,\n]', text: `  ${many},\n` },
    {
      file: 'apps/api/test/support/examples.ts',
      before: `    'POST /views': `,
      text: `    'POST /${slice}': { name: 'Premier essai' },\n`,
    },
    { file: 'apps/web/src/paths.ts', before: '  shared: {', text: `  ${many}: fixed('/${slice}'),\n` },
    {
      file: 'apps/web/src/app/routing/routes.ts',
      before: '  {\n    path: paths.journal.path',
      text: pageRoute(words),
    },
  ]
}
