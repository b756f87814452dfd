import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// The database keeps closed words as text. Here, once, the generated client learns which words each column holds: a
// column whose line in the models ends in `/// @type RequestState requests/workflow` has that type of the contracts.

const GENERATED = 'apps/api/src/generated/prisma'
const MODELS = 'prisma/models'
const SHARED = '@entente/shared'

const read = (path) => readFileSync(path, 'utf8')

/** Every model with its table, the column of its key, and the columns that say which words they hold. */
const modelsIn = (text) =>
  [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
    name,
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
    key:
      /^\s+\w+\s.*@id\b.*@map\("(\w+)"\)|^\s+\w+\s.*@map\("(\w+)"\).*@id\b/m.exec(body)?.slice(1).find(Boolean) ?? 'id',
    columns: [...body.matchAll(/^\s+(\w+)\s+.*\/\/\/ @type (\w+) ([\w/-]+)$/gm)].map(([, column, type, from]) => ({
      column,
      type,
      from,
    })),
  }))

const typed = (text, { column, type }) =>
  text.replaceAll(
    new RegExp(`^(\\s+${column}\\??: )(.*)$`, 'gm'),
    (_, head, value) => head + value.replaceAll(/\bstring\b|\bruntime\.JsonValue\b/g, type),
  )

const importing = (text, columns) => {
  const lines = [...new Set(columns.map(({ type, from }) => `import type { ${type} } from '${SHARED}/${from}'`))]
  return text.replace('import type * as runtime', `${lines.join('\n')}\nimport type * as runtime`)
}

/** Types the columns of the generated client, and writes the tables beside it. Any Node from 20 on runs it. */
export const typeColumns = () => {
  const models = readdirSync(MODELS, { recursive: true })
    .filter((name) => name.endsWith('.prisma'))
    .flatMap((name) => modelsIn(read(join(MODELS, name))))
  for (const { name, columns } of models) {
    if (columns.length === 0) continue
    const path = join(GENERATED, 'models', `${name}.ts`)
    writeFileSync(path, importing(columns.reduce(typed, read(path)), columns))
  }
  const tables = models.map(({ table, key }) => `  ${table}: '${key}',`).sort()
  const text = `/** Every table, with the column of its key. */\nexport const tables = {\n${tables.join('\n')}\n} as const\n`
  writeFileSync(join(GENERATED, 'tables.ts'), text)
}

if (process.argv[1]?.endsWith('type-columns.mjs')) typeColumns()
