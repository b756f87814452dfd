import { section } from '@entente/shared/shares/contract'
import type { partnerViews } from '@entente/shared/shares/partner/contract'
import type { Tx } from '../../../platform/database/client.ts'
import { asDay } from '../../../platform/database/clock.ts'
import { type Call, type CallOf, reading, readingFor } from '../../../platform/records/call.ts'
import { notFound, ProblemError } from '../../../platform/rules/problems.ts'
import { openTo } from '../../documents/policy.ts'
import { inForceOn } from '../../programs/policy.ts'
import { programRow } from '../../programs/queries.ts'
import { matches } from '../../users/passwords-service.ts'
import { isInternal } from '../../users/policy.ts'
import {
  byMany,
  byOne,
  clearAttempts,
  type Counted,
  fromAddress,
  takeAttempt,
} from '../../users/sign-in-limit-service.ts'
import { hashLink } from '../queries.ts'
import { viewThrough } from './lens-queries.ts'

/** The sections an organization may see of a program now, and until when; null when nothing is shared. */
const sharedWith = async (tx: Tx, programId: string, organizationId: string) => {
  const rows = await tx.db.share.findMany({
    where: { programId, kind: 'organization', organizationId, ...inForceOn(tx.today) },
    orderBy: { expiresOn: 'desc' },
  })
  const [longest] = rows
  if (longest === undefined) return null
  const names = new Set(rows.flatMap((row) => row.sections))
  return { sections: section.options.filter((name) => names.has(name)), expiresOn: asDay(longest.expiresOn) }
}

/** A program as a partner organization sees it: the caller's own, or for a colleague the one it names. */
export const partnerViewOf = async (call: CallOf<typeof partnerViews.ofProgram>) => {
  const tx = await reading(call.server)
  const organizationId = isInternal(call.actor) ? call.query.organizationId : call.actor.organizationId
  if (organizationId === undefined || organizationId === null) throw notFound()
  const grant = await sharedWith(tx, call.params.id, organizationId)
  if (grant === null) throw notFound()
  const program = await programRow(tx, call.params.id)
  return viewThrough(tx, { program, ...grant, organizationId, token: null, locale: call.locale, actor: call.actor })
}

/** The share behind a link. Unknown, expired and revoked links are not told apart (404). */
const openLink = async (tx: Tx, token: string) => {
  const share = await tx.db.share.findFirst({
    where: { tokenHash: hashLink(token), kind: 'link', ...inForceOn(tx.today) },
  })
  if (share === null) throw notFound()
  return share
}

/** Headers carry ASCII only, so the page encodes the password; what is not encoded well is compared as it came. */
const decoded = (given: string) => {
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}

type Linked = Pick<Call, 'server' | 'request'>

/** Guesses at a link hold back the address they come from; only a hundred, from wherever, close it to everyone for a while. */
const linkCounts = (id: string, address: string): [Counted, ...Counted[]] => [
  { key: `share:${id} ${address}`, most: byOne },
  { key: `share:${id}`, most: byMany },
  fromAddress(address),
]

const requirePassword = async (
  { server, request }: Linked,
  tx: Tx,
  share: { id: string; passwordHash: string | null },
) => {
  if (share.passwordHash === null) return
  const given = request.headers['share-password']
  const refusal = { fr: 'Ce lien demande son mot de passe.', en: 'This link asks for its password.' }
  if (typeof given !== 'string') throw new ProblemError('wrong-credentials', { detail: refusal })
  const counts = linkCounts(share.id, request.ip)
  const counted = await takeAttempt(server, tx.now, counts)
  if (!(await matches(share.passwordHash, decoded(given))))
    throw new ProblemError('wrong-credentials', { detail: refusal })
  await clearAttempts(server, counts, counted)
}

/** A program through a link, with its password where it has one; a link that opens nothing is not found (404). */
export const sharedByLink = async (call: CallOf<typeof partnerViews.byLink>) => {
  const tx = await reading(call.server)
  const { token } = call.params
  const share = await openLink(tx, token)
  await requirePassword(call, tx, share)
  const sections = section.options.filter((name) => share.sections.includes(name))
  const expiresOn = asDay(share.expiresOn)
  const seen = { sections, expiresOn, organizationId: null, token, locale: call.locale, actor: call.server.nobody }
  return readingFor(call.server, { share: share.id }, async (server) => {
    const outside = await reading(server)
    return viewThrough(outside, { program: await programRow(outside, share.programId), ...seen })
  })
}

/** A public document of a linked program, when its documents are shared. */
export const documentByLink = async (call: Linked, token: string, id: string) => {
  const tx = await reading(call.server)
  const share = await openLink(tx, token)
  if (!share.sections.includes('documents')) throw notFound()
  await requirePassword(call, tx, share)
  const where = { id, programId: share.programId, ...openTo(null) }
  const row = await readingFor(call.server, { share: share.id }, ({ reader }) => reader.document.findFirst({ where }))
  if (row === null) throw notFound()
  return row
}
