import { type Act, hostOr, inDays, oneOf, type Scene, someone, today } from './scene.ts'

/** At times, as for what is recorded for somebody, a document. */
const proof = async ({ world, dice }: Scene) => (dice.next() < 0.5 ? {} : { documentId: await world.aDocument() })

export const consult: Act = async (scene) => {
  const body = {
    organizationId: scene.subject.host.organizationId,
    question: 'Que pensez-vous de cette intervention ?',
  }
  return (await someone(scene, 'coordinator')).post(`/programs/${scene.subject.id}/consultations`, body)
}

export const opine: Act = async (scene) => {
  const where = { programId: scene.subject.id, answeredAt: null }
  const row = oneOf(scene, await scene.world.db.consultation.findMany({ where, orderBy: { id: 'asc' } }))
  if (row === null) return null
  const body = { stance: 'favourable', opinion: 'Nous y sommes favorables.', ...(await proof(scene)) }
  return (await hostOr(scene, 'coordinator')).post(`/consultations/${row.id}/opinion`, body)
}

export const object: Act = async (scene) => {
  const { organizationId } = scene.subject.host
  const body = { content: 'Le calendrier ne nous convient pas.', organizationId, ...(await proof(scene)) }
  return (await hostOr(scene, 'coordinator')).post(`/programs/${scene.subject.id}/objections`, body)
}

export const answerObjection: Act = async (scene) => {
  const where = { programId: scene.subject.id, answeredAt: null }
  const row = oneOf(scene, await scene.world.db.objection.findMany({ where, orderBy: { id: 'asc' } }))
  if (row === null) return null
  const body = { answer: 'Le calendrier est revu avec vous.' }
  return (await someone(scene, 'coordinator')).post(`/objections/${row.id}/answer`, body)
}

export const proposeTerms: Act = async (scene) => {
  const body = { organizationId: scene.subject.host.organizationId, title: 'Mission', content: 'L’hôte décide.' }
  return (await someone(scene, 'coordinator')).post(`/programs/${scene.subject.id}/terms-of-reference`, body)
}

export const agree: Act = async (scene) => {
  const where = { programId: scene.subject.id, state: 'proposed' as const }
  const terms = oneOf(scene, await scene.world.db.termsOfReference.findMany({ where, orderBy: { id: 'asc' } }))
  if (terms === null) return null
  const path = `/terms-of-reference/${terms.id}/agreement`
  if (scene.dice.next() < 0.7) return scene.subject.host.post(path)
  const documentId = await scene.world.aDocument(undefined, { kind: 'termsOfReference' })
  return (await someone(scene, 'coordinator')).post(path, { documentId, agreedOn: today(scene) })
}

/** An agreement, mostly dated today and for a year; at times of another day, or soon over. */
export const sign: Act = async (scene) => {
  const { world, subject, dice } = scene
  const documentId = await world.aDocument(undefined, { kind: 'agreement' })
  const signedOn = dice.next() < 0.8 ? today(scene) : inDays(scene, -dice.below(60))
  const endsOn = inDays(scene, dice.of([10, 40, 300]))
  const body = { kind: 'memorandum', title: 'Protocole', signedOn, startsOn: signedOn, endsOn, documentId }
  const organizationId = subject.host.organizationId
  return (await someone(scene, 'coordinator')).post(`/programs/${subject.id}/agreements`, { organizationId, ...body })
}

/** Another organization takes part. */
export const join: Act = async (scene) => {
  const { world, subject, dice } = scene
  const { id: organizationId } = await world.anOrganization(`O-${subject.id.slice(-6)}-${dice.below(1_000_000)}`)
  const body = { organizationId, role: dice.of(['network', 'funder']) }
  return (await someone(scene, 'coordinator')).post(`/programs/${subject.id}/organizations`, body)
}

export const contribute: Act = async (scene) => {
  const { organizationId } = scene.subject.host
  const body = { organizationId, description: 'Une salle', inKind: true, amount: { amount: '500.00', currency: 'CAD' } }
  return (await hostOr(scene, 'coordinator')).post(`/programs/${scene.subject.id}/contributions`, body)
}

export const share: Act = async (scene) => {
  const body = { kind: 'link', sections: ['overview'], expiresOn: inDays(scene, 30) }
  return (await someone(scene, 'coordinator')).post(`/programs/${scene.subject.id}/shares`, body)
}

export const revoke: Act = async (scene) => {
  const where = { programId: scene.subject.id, kind: 'link' as const, revokedAt: null }
  const row = oneOf(scene, await scene.world.db.share.findMany({ where, orderBy: { id: 'asc' } }))
  return row === null ? null : (await someone(scene, 'coordinator')).delete(`/shares/${row.id}`, row.version)
}
