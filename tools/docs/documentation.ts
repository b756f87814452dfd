import { type Requirement, requirements } from '@entente/shared/proof/rules'
import { type Commitment, commitments } from '@entente/shared/programs/options'
import { ends, path, paths, principles, stages } from '@entente/shared/programs/workflow'
import { role } from '@entente/shared/users/contract'
import type { Label } from '@entente/shared/kernel/text'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, type takeInventory } from '../../apps/api/test/support/inventory.ts'

type Inventory = Awaited<ReturnType<typeof takeInventory>>
const generated = 'Written by `npm run docs` from the code; a test holds it fresh.'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** A sentence of a rule; where it depends on the record, that it does. */
const sentenceOf = (otherwise: Label | ((...given: never[]) => Label)) =>
  typeof otherwise === 'function' ? '(told with its figures)' : otherwise.en

/** The person and the state that each rule asks, in the words of its refusal. */
const conditions = (routes: Inventory['routes']) =>
  routes.flatMap(({ method, url, asks }) =>
    asks
      .filter(({ rule }) => rule.person !== undefined || rule.while !== undefined)
      .map(({ action, rule }) => [
        `\`${method} ${url}\``,
        action,
        rule.person === undefined ? '' : sentenceOf(rule.person.otherwise),
        (rule.while ?? []).map(({ otherwise }) => sentenceOf(otherwise)).join('<br>'),
      ]),
  )

/** Which role may call which endpoint; who may act on which record is told by each slice's `policy.ts`. */
const permissions = ({ routes }: Inventory) => {
  const rolesOf = new Map(routes.map((route) => [`${route.method} ${route.url}`, route.roles]))
  const rows = endpoints.map((endpoint) => {
    const open = rolesOf.get(nameOf(endpoint)) ?? []
    const marks = role.options.map((name) => (endpoint.public === true || open.includes(name) ? '✓' : ''))
    return [`\`${nameOf(endpoint)}\``, endpoint.public === true ? '✓' : '', ...marks]
  })
  return `# Permissions

${generated}

✓ the operation is open to the role (else 403). Which records a person sees (else 404), each slice's \`policy.ts\` says.
Everything is under \`/api/v1\`.

${table(['operation', 'anyone', ...role.options], rows)}

## What else is asked

Of those whose role is open, the record rules some out, and some moments (409). What is refused is told in these words,
and so is each \`cannot\` of an answer.

${table(['operation', 'action', 'who is refused', 'when it is refused'], conditions(routes))}

Besides, without a contract: \`GET /documents/:id/content\` (who may read the document), \`GET /events\` (who is signed in;
partners hear of their shared programs only), \`GET /shared/:token/documents/:id\` (who holds the link),
\`GET /openapi.json\` (anyone).
`
}

const kinds = {
  hard: { fr: 'obligatoire', en: 'hard' },
  waivable: { fr: 'dérogation possible', en: 'waivable' },
  advisory: { fr: 'indicatif', en: 'advisory' },
}

const kindOf = ({ gate: { kind, waivedBy = [] } }: Requirement) =>
  `${kinds[kind].fr} / ${kinds[kind].en}${waivedBy.length === 0 ? '' : ` (${waivedBy.join(', ')})`}`

const named = (acts: readonly Commitment[]) =>
  acts.length === Object.keys(commitments).length ? 'tout engagement / every commitment' : acts.join(', ')

const requirementRow = (requirement: Requirement) => {
  const { gate, from, until, guards } = requirement
  const { id, principle, ruleVersion, asks } = gate
  const entered = path.options.map((name) => (from[name] === undefined ? '' : `\`${from[name]}\``))
  const said = `${asks.fr}<br>${asks.en}`
  return [id, `${principle}`, ...entered, `\`${until}\``, named(guards), kindOf(requirement), `${ruleVersion}`, said]
}

const both = (label: { fr: string; en: string }) => `${label.fr} / ${label.en}`
/** The stages and the paths, in both languages. */
const workflows = () => {
  const stageRows = Object.entries(stages).map(([name, label]) => [`\`${name}\``, label.fr, label.en])
  const principleRows = Object.entries(principles).map(([number, { name, says }]) => [
    number,
    both(name),
    `${says.fr}<br>${says.en}`,
  ])
  const ways = path.options.map((name) => `**${name}**: ${paths[name].map((stage) => `\`${stage}\``).join(' → ')}`)
  return `# Parcours / Workflows

${generated}

${table(['', 'principe / principle', ''], principleRows)}

${table(['étape / stage', 'français', 'English'], stageRows)}

Fins, depuis toute étape non terminée / ends, from any stage that goes on: ${ends.map((end) => `\`${end}\``).join(', ')}.

${ways.join('\n\n')}

Conditions / gates: [gates.md](gates.md).
`
}

/** The policy as one table: from when to when each gate must hold, and what asks it besides. */
const gates = () => {
  const acts = Object.entries(commitments).map(([name, label]) => [`\`${name}\``, label.fr, label.en])
  const columns = [
    'gate',
    'principe / principle',
    ...path.options.map((name) => `${name} : dès / from`),
    'jusqu’à / until',
  ]
  const head = [...columns, 'garde aussi / guards also', 'genre / kind', 'version', 'demande / asks']
  return `# Conditions de la politique / Gates of the policy

${generated}

Une condition en vigueur tient pour chaque passage et pour chaque engagement ; ce qui ne tient plus est à rétablir.
A gate in force holds for every move and for every commitment; what holds no longer is to be put right.

${table(head, requirements.map(requirementRow))}

Engagements / commitments:

${table(['', 'français', 'English'], acts)}
`
}

/** The schemas stand in the order in which modules were loaded: here, in that of their names. */
const openapi = ({ openapi: { components, ...rest } }: Inventory) => {
  const schemas = Object.entries(components?.schemas ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `${JSON.stringify({ ...rest, components: { ...components, schemas: Object.fromEntries(schemas) } }, null, 1)}\n`
}

/** Every generated page, by its path. */
export const documentation = (inventory: Inventory): Record<string, string> => ({
  'docs/permissions.md': permissions(inventory),
  'docs/workflows.md': workflows(),
  'docs/gates.md': gates(),
  'docs/openapi.json': openapi(inventory),
})
