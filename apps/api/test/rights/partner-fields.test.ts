import { beforeAll, describe, expect, it } from 'vitest'
import { takeInventory } from '../support/inventory.ts'
import { granted } from '../support/builders.ts'
import { type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
let shared: Specimens
beforeAll(async () => {
  shared = await specimensIn(world, 'CENI-A')
}, 60_000)

/** Every path of keys in an answer; the places of a list count as one. */
const fieldsOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, path === '' ? key : `${path}.${key}`))
}
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')
const under = (prefix: string, text: string) => words(text).map((word) => `${prefix}${word}`)
const named = (prefix: string) => [`${prefix}.id`, `${prefix}.name`]
const title = (prefix = '') => under(prefix, 'title.fr title.en')

const program = (prefix = '') => [
  ...under(
    prefix,
    `id reference countryCode scope stage path stageSince suspended suspended.since pollingOn coordinator.name
     compass[].principle compass[].state version sections[] can[]`,
  ),
  ...title(prefix),
]
const recordOf = (prefix: string, text: string) => [
  ...under(prefix, `id programId documentId version can[] ${text}`),
  ...named(`${prefix}organization`),
]
const consultation = (prefix = '') => [
  ...recordOf(prefix, 'question openedAt silenceOn state stance opinion origin answeredAt answeredBy cannot.answer'),
  ...named(`${prefix}openedBy`),
  ...named(`${prefix}answeredBy`),
]
const objection = (prefix = '') => [
  ...recordOf(prefix, 'content origin raisedAt answer answeredAt answeredBy'),
  ...named(`${prefix}raisedBy`),
  ...named(`${prefix}answeredBy`),
]
const terms = (prefix = '') => [
  ...recordOf(prefix, 'title content state proposedAt agreed agreed.at agreed.on cannot.agree'),
  ...named(`${prefix}proposedBy`),
  ...named(`${prefix}agreed.by`),
]
const contribution = (prefix = '') =>
  recordOf(prefix, 'description inKind amount.amount amount.currency state reportedAt')
const linkView = [
  ...under('program.', 'id reference countryCode title.fr title.en'),
  ...words('asOf expiresOn sections[]'),
  ...under('overview.', 'stage stageSince suspended pollingOn contact compass[].principle compass[].state'),
  ...under('overview.partners[].', 'name role'),
  ...under('milestones[].', 'label on progress'),
  ...under('activities[].', 'title type startsOn dueOn progress'),
  ...under('documents[].', 'id name kind language size href'),
  ...under('results[].', 'competence unit baseline target verifiedLevel'),
]
const accountView = [...linkView, ...under('contributions[].', 'description amount.amount amount.currency state')]
const document = [
  ...words(
    'id sha256 size mediaType name kind language classification audience organizationIds[] programId uploadedAt version can[]',
  ),
  ...named('uploadedBy'),
]
const dashboard = [
  ...words('asOf count.value count.href'),
  ...under('programs[].', 'id reference countryCode stage sections[] href asked[].kind asked[].label asked[].href'),
  ...title('programs[].'),
]
const partnerships = [
  'can[]',
  'cannot.reportContribution',
  ...under('organizations[].', 'id role organization.id organization.name'),
  ...recordOf('agreements[].', 'kind title signedOn startsOn endsOn inForce'),
  ...contribution('contributions[].'),
]

/** An open objection holds up the host’s agreement. */
const answerObjections = async () => {
  const coordinator = await world.as('coordinator')
  const path = `/programs/${shared.program.id}/participation`
  const { objections } = await granted(coordinator.get<{ objections: { id: string; answer: string | null }[] }>(path))
  for (const { id, answer } of objections)
    if (answer === null)
      await granted(coordinator.post(`/objections/${id}/answer`, { answer: 'Voici pourquoi, par écrit.' }))
}

/** The whole of what a partner may be told; a field that is not here has no business in an answer to one. */
const answers = (): Record<string, [told: () => Promise<unknown>, fields: string[]]> => {
  const { partner, ids, link } = shared
  const at = (path: string) => `/programs/${shared.program.id}${path}`
  const read = (url: string) => () => granted(partner.get<unknown>(url))
  const write = (url: string, body: object) => () => granted(partner.post<unknown>(url, body))
  const amount = { amount: '1.00', currency: 'CAD' }
  return {
    'GET /session': [
      read('/session'),
      ['demo', 'can[]', ...under('user.', 'id name email roles[] locale organizationId')],
    ],
    'GET /server': [read('/server'), ['demo', 'version']],
    'POST /programs/:id/contributions': [
      write(at('/contributions'), { description: 'Salles', amount, state: 'promised' }),
      contribution(),
    ],
    'POST /programs/:id/objections': [
      write(at('/objections'), { content: 'Trop tard pour former avant le scrutin.' }),
      objection(),
    ],
    'GET /programs': [read('/programs'), ['nextCursor', ...program('items[].')]],
    'GET /programs/:id': [read(at('')), program()],
    'GET /programs/:id/partner-view': [read(at('/partner-view')), accountView],
    'GET /programs/:id/partnerships': [read(at('/partnerships')), partnerships],
    'GET /programs/:id/participation': [
      read(at('/participation')),
      ['can[]', 'cannot.object', ...consultation('consultations[].'), ...objection('objections[].')],
    ],
    'GET /programs/:id/terms-of-reference': [read(at('/terms-of-reference')), ['can[]', ...terms('items[].')]],
    'GET /dashboards/partner': [read('/dashboards/partner'), dashboard],
    'GET /documents/:id': [read(`/documents/${ids.documents}`), document],
    'POST /documents': [() => granted(partner.upload()), document],
    'POST /consultations/:id/opinion': [
      write(`/consultations/${ids.consultations}/opinion`, {
        stance: 'favourable',
        opinion: 'Oui, le plan et le calendrier conviennent.',
      }),
      consultation(),
    ],
    'POST /terms-of-reference/:id/agreement': [
      async () => {
        await answerObjections()
        return granted(partner.post<unknown>(`/terms-of-reference/${ids['terms-of-reference']}/agreement`, {}))
      },
      terms(),
    ],
    'GET /shared/:token': [() => granted(world.stranger().get<unknown>(`/shared/${link}`)), linkView],
  }
}

describe('An answer to a partner', () => {
  it('holds listed fields only, at every endpoint that is open to one', async () => {
    for (const [name, [told, fields]] of Object.entries(answers())) {
      const found = [...new Set(fieldsOf(await told()))]
      const unlisted = found.filter((field) => !fields.includes(field))
      expect({ name, unlisted, empty: found.length < 2 }).toEqual({ name, unlisted: [], empty: false })
    }
  })

  it('is listed here for every such endpoint, signing out aside', async () => {
    const { routes } = await takeInventory()
    const open = routes.filter(({ roles }) => roles.includes('partner')).map(({ method, url }) => `${method} ${url}`)
    const listed = [...Object.keys(answers()), 'DELETE /session', 'DELETE /sessions']
    expect(open.filter((name) => !listed.includes(name))).toEqual([])
  })
})
