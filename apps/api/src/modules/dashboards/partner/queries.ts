import type { z } from 'zod'
import type { partnerDashboard, partnerPanel } from '@entente/shared/dashboards/partner/contract'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import { termsWorkflow } from '@entente/shared/safeguards/workflow'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { inForceOn, readableBy } from '../../programs/policy.ts'

/** What is asked of an organization now: open consultations and terms of reference to agree to. */
const askedOf = async (tx: Tx, organizationId: string) => {
  const [consultations, terms] = await Promise.all([
    tx.db.consultation.findMany({ where: { organizationId, answeredAt: null } }),
    tx.db.termsOfReference.findMany({ where: { organizationId, ...whereOpenTo(termsWorkflow, 'agree') } }),
  ])
  const place = (programId: string, field: string) => `/programs/${programId}/partners#${field}`
  return (programId: string) => [
    ...consultations
      .filter((item) => item.programId === programId)
      .map((item) => ({ kind: 'opinion' as const, label: item.question, href: place(programId, 'consultations') })),
    ...terms
      .filter((item) => item.programId === programId)
      .map((item) => ({ kind: 'terms' as const, label: item.title, href: place(programId, 'terms') })),
  ]
}

/** The programs shared with the caller's organization, and what each asks of it. */
export const partnerFigures = async (
  call: CallOf<typeof partnerPanel.get>,
): Promise<z.input<typeof partnerDashboard>> => {
  const tx = await reading(call.server)
  const organizationId = call.actor.organizationId ?? ''
  const shares = { kind: 'organization' as const, organizationId, ...inForceOn(tx.today) }
  const programs = await tx.db.program.findMany({
    where: readableBy(call.actor, tx.today),
    include: { shares: { where: shares } },
    orderBy: { reference: 'desc' },
  })
  const asked = await askedOf(tx, organizationId)
  const items = programs.map((program) => ({
    id: program.id,
    reference: program.reference,
    title: { fr: program.titleFr, en: program.titleEn },
    countryCode: program.countryCode,
    stage: program.stage,
    sections: [...new Set(program.shares.flatMap((share) => share.sections))],
    asked: asked(program.id),
    href: `/programs/${program.id}`,
  }))
  return { asOf: tx.now.toISOString(), programs: items, count: { value: items.length, href: '/' } }
}
