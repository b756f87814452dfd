import { audiencesOf } from '@entente/shared/documents/options'
import { fits, type ProofPlace, proofs } from '@entente/shared/documents/rules'
import type { Document } from '../../generated/prisma/client.ts'
import { lockName, type Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { invalidField } from '../../platform/rules/problems.ts'
import { attach } from './service.ts'

/** Refuses a document of a kind that does not prove what this place asks (400 at its field). */
export const requireKind = (place: ProofPlace, { kind }: Document, pointer: string) => {
  if (fits(kind, place)) return
  const { asks } = proofs[place]
  throw invalidField(pointer, {
    fr: `Ce genre de document ne le prouve pas : joignez ${asks.fr}, classé sous son genre.`,
    en: `This kind of document does not prove it: attach ${asks.en}, filed under its kind.`,
  })
}

/** Files a document in the program whose record cites it as a proof, of a kind that fits the place (400 otherwise). */
export const attachProof = async (
  tx: Tx,
  actor: Actor,
  programId: string | null,
  documentId: string | null | undefined,
  [place, pointer]: readonly [place: ProofPlace, pointer: string],
) => {
  const row = await attach(tx, actor, programId, documentId, pointer)
  if (row !== null) requireKind(place, row, pointer)
  return row
}

type OwnProof = { programId: string; organizationId: string; documentId: string | null | undefined }

/** Whether a file may prove an act of this organization: filed by it, or for it by the institution. */
const isOf = async (tx: Tx, actor: Actor, { uploadedById, organizationIds }: Document, organizationId: string) => {
  const { organizationId: theirs } = await tx.db.user.findUniqueOrThrow({ where: { id: uploadedById } })
  const isFiled = theirs === organizationId || (theirs === null && actor.organizationId === null)
  return isFiled && organizationIds.every((id) => id === organizationId)
}

/**
 * Files what proves the act of an organization. It is that organization’s own: what another one filed, or what proves
 * another one’s act, proves nothing here. From then on that organization may read it, and no other partner, unless the
 * institution keeps it internal.
 */
export const attachOwnProof = async (
  tx: Tx,
  actor: Actor,
  { programId, organizationId, documentId }: OwnProof,
  at: readonly [place: ProofPlace, pointer: string],
) => {
  const row = await attachProof(tx, actor, programId, documentId, at)
  if (row === null) return null
  const [, pointer] = at
  if (!(await isOf(tx, actor, row, organizationId))) {
    throw invalidField(pointer, {
      fr: 'Cette pièce est celle d’une autre organisation : joignez celle de l’organisation concernée.',
      en: 'This file is another organization’s: attach that of the organization concerned.',
    })
  }
  if (!audiencesOf[row.classification].includes('partners')) return row
  return tx.db.document.update({
    where: { id: row.id },
    data: { audience: 'organizations', organizationIds: [organizationId], version: { increment: 1 } },
  })
}

/**
 * The files of the same bytes, stored once or many times: one document is one proof. Whoever cites one of them waits for
 * the other who does.
 */
export const copiesOf = async (tx: Tx, { sha256 }: Document) => {
  await lockName(tx, `proof ${sha256}`)
  const rows = await tx.db.document.findMany({ where: { sha256 }, select: { id: true } })
  return rows.map(({ id }) => id)
}
