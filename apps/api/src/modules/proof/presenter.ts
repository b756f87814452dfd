import { z } from 'zod'
import { isFailed, isNotApplicable, isPassed, isWaived } from '@entente/shared/kernel/gate'
import type { Label, Locale } from '@entente/shared/kernel/text'
import type { Compass, PrincipleState, ToPutRight } from '@entente/shared/programs/contract'
import { principles } from '@entente/shared/programs/workflow'
import type { proofGate } from '@entente/shared/proof/contract'
import { gatesById } from '@entente/shared/proof/rules'
import type { GateStanding } from '../../generated/prisma/client.ts'
import { asOptionalDay } from '../../platform/database/clock.ts'

const label = z.object({ fr: z.string(), en: z.string() })
const links = z.array(z.object({ label, href: z.string() })).default([])
const findings = z.looseObject({ evidence: links, missing: links })

/** A gate of a program as it stands, whether it was stored or is weighed at this moment. */
export type GateRow = GateStanding

/** A gate that was to be kept and is not; what is advisory stops nobody. */
export const isBroken = ({ phase, state, kind }: Pick<GateRow, 'phase' | 'state' | 'kind'>) =>
  phase === 'inForce' && isFailed({ state }) && kind !== 'advisory'

type Link = { label: Label; href: string }
const inLanguage = (locale: Locale) => (item: Link) => ({ label: item.label[locale], href: item.href })

const asked = (id: string): Label => gatesById.get(id)?.asks ?? { fr: id, en: id }

/** A gate as it stood, in the reader's language. */
export const presentGateAsOf = (row: GateRow, locale: Locale): z.input<typeof proofGate> => {
  const { evidence, missing } = findings.parse(row.findings)
  const { byId, byName } = row
  return {
    id: row.gateId,
    principle: row.principle,
    kind: row.kind,
    phase: row.phase,
    state: row.state,
    since: row.since.toISOString(),
    until: asOptionalDay(row.until),
    ruleVersion: row.ruleVersion,
    cause: {
      at: row.since.toISOString(),
      by: byId === null ? null : { id: byId, name: byName },
      action: row.action,
    },
    message: asked(row.gateId)[locale],
    missing: isFailed(row) ? missing.map(inLanguage(locale)) : [],
    evidence: isPassed(row) ? evidence.map(inLanguage(locale)) : [],
  }
}

/** Each piece of evidence once, whichever gates it proves. */
const uniqueEvidence = (rows: readonly GateRow[], locale: Locale) => {
  const all = rows.filter(isPassed).flatMap((row) => findings.parse(row.findings).evidence)
  return [...new Map(all.map((item) => [`${item.href} ${item.label.fr}`, item])).values()].map(inLanguage(locale))
}

type Count = { inForce: number; broken: number; waived: number; ahead: number }

/** None in force; one of them broken; all kept, one by waiver; all kept and others ahead; all kept and none ahead. */
const stateOf = ({ inForce, broken, waived, ahead }: Count): PrincipleState => {
  if (inForce === 0) return 'notYet'
  if (broken > 0) return 'broken'
  if (waived > 0) return 'waived'
  return ahead > 0 ? 'kept' : 'proven'
}

/** One principle, from the gates of it that apply; what is advisory neither adds to it nor takes from it. */
const segmentOf = (principle: number, gates: readonly GateRow[], locale: Locale): Compass[number] => {
  const own = gates.filter((row) => row.principle === principle && row.kind !== 'advisory' && !isNotApplicable(row))
  const inForce = own.filter(({ phase }) => phase === 'inForce')
  const ahead = own.filter(({ phase }) => phase === 'ahead')
  const broken = inForce.filter(isBroken)
  const waived = inForce.filter(isWaived).length
  const [next] = ahead
  return {
    principle,
    state: stateOf({ inForce: inForce.length, broken: broken.length, waived, ahead: ahead.length }),
    inForce: inForce.length,
    held: inForce.filter(isPassed).length,
    waived,
    ahead: ahead.length,
    next: next === undefined ? null : { id: next.gateId, label: asked(next.gateId)[locale] },
    broken: broken.map(({ gateId, since }) => ({ id: gateId, since: since.toISOString() })),
    evidence: uniqueEvidence(inForce, locale),
  }
}

/** The seven segments: each principle from the gates as they stand. */
export const compassOf = (gates: readonly GateRow[], locale: Locale): Compass =>
  Object.keys(principles).map((key) => segmentOf(Number(key), gates, locale))

/** What no longer holds: since when, by which act of whom, and where to mend it. */
export const toPutRight = (gates: readonly GateRow[], locale: Locale): ToPutRight =>
  gates.filter(isBroken).map((row) => ({
    gateId: row.gateId,
    message: asked(row.gateId)[locale],
    since: row.since.toISOString(),
    action: row.action,
    by: row.byName,
    missing: findings.parse(row.findings).missing.map(inLanguage(locale)),
  }))
