import type { z } from 'zod'
import { partnerRole } from '@entente/shared/partnerships/contract'
import type { Section } from '@entente/shared/shares/contract'
import type { partnerView } from '@entente/shared/shares/partner/contract'
import { documentContentPath, documentKind } from '@entente/shared/documents/contract'
import { inLocale, type Locale } from '@entente/shared/kernel/text'
import { progressOf } from '@entente/shared/shares/partner/rules'
import { isEnd, path, paths, stage, stages } from '@entente/shared/programs/workflow'
import { asOptionalDay, dayOf } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { openTo } from '../../documents/policy.ts'
import { standings } from '../../lifecycle/queries.ts'
import { type ProgramRow, toPartnerCompass } from '../../programs/presenter.ts'
import { shortName } from '../../organizations/presenter.ts'
import { namesOf } from '../../users/queries.ts'

/** Through whose eyes: an organization's, or anyone's who holds the link `token`. */
export type Lens = {
  program: ProgramRow
  sections: readonly Section[]
  expiresOn: string
  organizationId: string | null
  token: string | null
  locale: Locale
  actor: Actor
}

type View = z.input<typeof partnerView>

const overview = async (tx: Tx, { program, locale, actor }: Lens): Promise<View['overview']> => {
  const [standing, members, people] = await Promise.all([
    standings(tx, actor, [program]),
    tx.db.programOrganization.findMany({ where: { programId: program.id }, include: { organization: true } }),
    namesOf(tx, [program.coordinatorId]),
  ])
  return {
    stage: stage.parse(program.stage),
    stageSince: program.stageSince.toISOString(),
    suspended: program.suspendedSince !== null,
    pollingOn: asOptionalDay(program.pollingOn),
    compass: toPartnerCompass(standing.get(program.id)?.compass ?? []),
    partners: members.map((member) => ({
      name: shortName(member.organization, locale),
      role: partnerRole.parse(member.role),
    })),
    contact: people.get(program.coordinatorId)?.name ?? '',
  }
}

/** The cards the team has given a title for partners, in place of its own; where they stand on the board is told in words. */
const cards = async (tx: Tx, { program, locale }: Lens) => {
  const rows = await tx.db.activity.findMany({
    where: { programId: program.id, archivedAt: null, partnerTitleFr: { not: null } },
    include: { column: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const places = await tx.db.boardColumn.aggregate({
    where: { programId: program.id, archivedAt: null },
    _min: { position: true },
  })
  return rows.map(({ partnerTitleFr, partnerTitleEn, type, milestone, column, ...row }) => {
    const [startsOn, dueOn] = [asOptionalDay(row.startsOn), asOptionalDay(row.dueOn)]
    const hasBegun = column.position > (places._min.position ?? 0)
    const title = inLocale({ fr: partnerTitleFr ?? '', en: partnerTitleEn }, locale)
    return {
      title,
      type,
      milestone,
      startsOn,
      dueOn,
      progress: progressOf({ isDone: column.done, hasBegun, startsOn, dueOn }, tx.today),
    }
  })
}

/** Progress in words: the stages entered and to come, the team's milestones, polling day. */
const milestones = async (tx: Tx, lens: Lens): Promise<View['milestones']> => {
  const { program, locale } = lens
  const entered = program.stages.map((entry) => ({
    label: stages[stage.parse(entry.stage)][locale],
    on: dayOf(entry.at),
    progress: 'done' as const,
  }))
  const present = stage.parse(program.stage)
  const way: readonly string[] = paths[path.parse(program.path)]
  const ahead = isEnd(present) ? [] : way.slice(way.indexOf(present) + 1)
  const own = (await cards(tx, lens)).filter(({ milestone }) => milestone)
  return [
    ...entered,
    ...own.map(({ title, dueOn, progress }) => ({ label: title, on: dueOn, progress })),
    ...ahead.map((name) => ({ label: stages[stage.parse(name)][locale], on: null, progress: 'toCome' as const })),
  ]
}

const activities = async (tx: Tx, lens: Lens): Promise<View['activities']> =>
  (await cards(tx, lens)).map(({ title, type, startsOn, dueOn, progress }) => ({
    title,
    type,
    startsOn,
    dueOn,
    progress,
  }))

const documents = async (tx: Tx, lens: Lens): Promise<View['documents']> => {
  const rows = await tx.db.document.findMany({
    where: { programId: lens.program.id, ...openTo(lens.organizationId) },
    orderBy: { uploadedAt: 'desc' },
  })
  return rows.map(({ id, name, kind, language, size }) => ({
    id,
    name,
    kind: documentKind.parse(kind),
    language,
    size,
    href: lens.token === null ? documentContentPath(id) : `/api/v1/shared/${lens.token}/documents/${id}`,
  }))
}

const results = async (tx: Tx, { program }: Lens): Promise<View['results']> =>
  tx.db.transferObjective.findMany({
    where: { programId: program.id },
    select: { competence: true, unit: true, baseline: true, target: true, verifiedLevel: true },
    orderBy: { id: 'asc' },
  })

/** Only the organization's own: no partner sees another's amounts, and a link sees none. */
const contributions = async (tx: Tx, { program, organizationId }: Lens): Promise<View['contributions']> => {
  if (organizationId === null) return []
  const rows = await tx.db.contribution.findMany({
    where: { programId: program.id, organizationId },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({
    description: row.description,
    amount: { amount: row.amount.toFixed(2), currency: row.currency },
    state: row.state,
  }))
}

/** Everything a partner sees of a program: each part listed in by its section, and nothing besides. */
export const viewThrough = async (tx: Tx, lens: Lens): Promise<View> => {
  const { program, sections, expiresOn, token } = lens
  const shared = (section: Section) => sections.includes(section)
  return {
    program: {
      id: token === null ? program.id : null,
      reference: program.reference,
      title: { fr: program.titleFr, en: program.titleEn },
      countryCode: program.countryCode,
    },
    asOf: tx.now.toISOString(),
    expiresOn,
    sections: [...sections],
    ...(shared('overview') && { overview: await overview(tx, lens) }),
    ...(shared('milestones') && { milestones: await milestones(tx, lens) }),
    ...(shared('activities') && { activities: await activities(tx, lens) }),
    ...(shared('documents') && { documents: await documents(tx, lens) }),
    ...(shared('results') && { results: await results(tx, lens) }),
    ...(shared('contributions') && { contributions: await contributions(tx, lens) }),
  }
}
