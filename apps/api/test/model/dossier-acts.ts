import { nextStage, paths, stage } from '@entente/shared/programs/workflow'
import { contextKind } from '@entente/shared/context/options'
import { suspensionCause } from '@entente/shared/programs/workflow'
import { completeContent } from '../support/builders.ts'
import { type Act, inDays, oneOf, type Scene, someone, today } from './scene.ts'

const note = 'Au vu du dossier et de ce que dit l’hôte.'
const found = ({ world, subject }: Scene) => world.db.program.findUniqueOrThrow({ where: { id: subject.id } })

/** The next stage; at times any other, that may not be reached from here. */
export const forward: Act = async (scene) => {
  const { path, stage: from } = await found(scene)
  const next = scene.dice.next() < 0.95 ? nextStage(path, from) : scene.dice.of(stage.options)
  if (next === null) return null
  return (await someone(scene, 'coordinator')).post(`/programs/${scene.subject.id}/transitions`, { to: next, note })
}

export const end: Act = async (scene) => {
  const to = scene.dice.of(['declined', 'redirected', 'withdrawn', 'cancelled'])
  return (await someone(scene, 'executive')).post(`/programs/${scene.subject.id}/transitions`, { to, note })
}

export const suspend: Act = async (scene) =>
  (await someone(scene, 'coordinator')).post(`/programs/${scene.subject.id}/suspension`, {
    cause: scene.dice.of(suspensionCause.options),
    note,
  })

export const resume: Act = async (scene) => {
  if ((await found(scene)).suspendedCause === null && scene.dice.next() < 0.9) return null
  return (await someone(scene, 'executive')).post(`/programs/${scene.subject.id}/resumption`, { note })
}

export const reopen: Act = async (scene) => {
  const { path } = await found(scene)
  const body = { to: scene.dice.of(paths[path].slice(0, -1)), reason: note }
  return (await someone(scene, 'executive')).post(`/programs/${scene.subject.id}/reopening`, body)
}

/** Corrects what was asked: its words, who asks, its letter, its poll. */
export const correct: Act = async (scene) => {
  const { world, dice, subject } = scene
  const { version } = await world.db.request.findUniqueOrThrow({ where: { id: subject.requestId } })
  const person = await someone(scene, 'coordinator')
  const poll = (days: number) => ({ electoralEvent: { type: 'legislative', date: inDays(scene, days) } })
  const bodyOf = dice.of<() => object | Promise<object>>([
    () => ({ object: 'La même demande, dite autrement.' }),
    () => ({ requestingAuthority: { name: 'Un parti', type: 'party' } }),
    () => ({ requestingAuthority: { name: 'CENI', type: 'emb' } }),
    () => ({ letterDocumentId: null }),
    async () => ({ letterDocumentId: await world.aDocument(undefined, { kind: 'letter' }) }),
    () => poll(5 + dice.below(60)),
    () => poll(300 + dice.below(300)),
    () => ({ electoralEvent: null }),
  ])
  return person.patch(`/requests/${subject.requestId}`, await bodyOf(), version)
}

export const verify: Act = async (scene) => {
  const { world, subject, dice } = scene
  const { state } = await world.db.request.findUniqueOrThrow({ where: { id: subject.requestId } })
  if (state !== 'toVerify' && dice.next() < 0.9) return null
  const body = { method: 'callback', note: 'Confirmée au numéro connu du secrétariat.' }
  return (await someone(scene, 'analyst2', 'executive')).post(`/requests/${subject.requestId}/verification`, body)
}

/** What comes next of the analysis: begun, written, submitted, reviewed. */
export const analyse: Act = async (scene) => {
  const { world, subject, dice } = scene
  const where = { programId: subject.id }
  const latest = await world.db.analysis.findFirst({ where, orderBy: { number: 'desc' } })
  if (latest?.state === 'approved' && dice.next() < 0.8) return null
  const writer = await someone(scene, 'analyst')
  if (latest === null || latest.state === 'approved') return writer.post(`/programs/${subject.id}/analyses`)
  if (latest.state === 'submitted') {
    const outcome = dice.next() < 0.85 ? 'approved' : 'returned'
    const reviewer = await someone(scene, 'analyst2')
    return reviewer.post(`/analyses/${latest.id}/review`, { outcome, comment: note })
  }
  if (dice.next() < 0.4) return writer.patch(`/analyses/${latest.id}`, completeContent, latest.version)
  return writer.post(`/analyses/${latest.id}/submission`)
}

export const decide: Act = async (scene) => {
  const outcome = scene.dice.of(['accept', 'accept', 'acceptWithConditions', 'defer', 'decline', 'redirect'])
  const conditions = outcome === 'acceptWithConditions' ? ['Un calendrier confirmé par l’hôte.'] : []
  const redirectedTo = outcome === 'redirect' ? 'Un autre organisme' : null
  const body = { outcome, reason: 'Utile, possible et dans le mandat.', conditions, redirectedTo }
  return (await someone(scene, 'executive')).post(`/programs/${scene.subject.id}/decisions`, body)
}

export const raiseEvent: Act = async (scene) => {
  const body = { kind: scene.dice.of(contextKind.options), source: 'Une dépêche', happenedOn: today(scene), note }
  return (await someone(scene, 'coordinator', 'analyst')).post(`/programs/${scene.subject.id}/context-events`, body)
}

export const clearEvent: Act = async (scene) => {
  const where = { programId: scene.subject.id, clearedAt: null }
  const event = oneOf(scene, await scene.world.db.contextEvent.findMany({ where, orderBy: { id: 'asc' } }))
  if (event === null) return null
  return (await someone(scene, 'executive')).post(`/context-events/${event.id}/clearing`, { reason: note })
}

const gates = ['P1-G4', 'P6-G1', 'P7-G6', 'P7-G7', 'P1-G1']

export const askWaiver: Act = async (scene) => {
  const person = await someone(scene, 'coordinator')
  const body = {
    gateId: scene.dice.of(gates),
    reason:
      'Le calendrier de l’hôte a été changé par une décision de justice que personne ne pouvait prévoir ici.'.padEnd(
        120,
        '.',
      ),
    expiresOn: inDays(scene, 1 + scene.dice.below(89)),
    evidenceDocumentId: await scene.world.aDocument(),
  }
  return person.post(`/programs/${scene.subject.id}/waivers`, body)
}

export const decideWaiver: Act = async (scene) => {
  const where = { programId: scene.subject.id, state: 'proposed' as const }
  const waiver = oneOf(scene, await scene.world.db.waiver.findMany({ where, orderBy: { id: 'asc' } }))
  if (waiver === null) return null
  const body = { outcome: scene.dice.of(['granted', 'granted', 'refused']), reason: 'Le motif donné est suffisant.' }
  return (await someone(scene, 'executive')).post(`/waivers/${waiver.id}/decision`, body)
}

/** Corrects the plan, or says why the institution acts alone. */
export const plan: Act = async (scene) => {
  const { version } = await found(scene)
  const amount = String(scene.dice.below(40_000))
  const body = scene.dice.of<object>([
    { plannedMoney: { amount, currency: 'CAD' } },
    { plannedDays: String(scene.dice.below(90)) },
    { actingAloneReason: 'Personne d’autre n’offre cette expertise.' },
    { actingAloneReason: null },
  ])
  return (await someone(scene, 'coordinator')).patch(`/programs/${scene.subject.id}`, body, version)
}

export const objective: Act = async (scene) => {
  const body = {
    competence: 'Former',
    unit: 'Formation',
    baseline: 1,
    target: 3,
    verificationMethod: 'Séance observée',
  }
  return (await someone(scene, 'analyst')).post(`/programs/${scene.subject.id}/transfer-objectives`, body)
}

export const verifyObjective: Act = async (scene) => {
  const where = { programId: scene.subject.id, verifiedLevel: null }
  const row = oneOf(scene, await scene.world.db.transferObjective.findMany({ where, orderBy: { id: 'asc' } }))
  if (row === null) return null
  return (await someone(scene, 'analyst')).post(`/transfer-objectives/${row.id}/verification`, { level: 3 })
}

export const lesson: Act = async (scene) => {
  const body = {
    theme: 'Rythme',
    observation: 'Le groupe a manqué de temps pour la pratique.',
    cause: 'Le calendrier fut arrêté sans les formatrices.',
    recommendation: 'Prévoir deux séances séparées d’une semaine.',
  }
  return (await someone(scene, 'coordinator')).post(`/programs/${scene.subject.id}/lessons`, body)
}

export const evaluate: Act = async (scene) => {
  const body = { summary: 'L’objectif de transfert est atteint.', rating: 3 }
  return (await someone(scene, 'executive')).post(`/programs/${scene.subject.id}/evaluation`, body)
}

/** An activity of the board: begun, or done. */
export const work: Act = async (scene) => {
  const { world, subject, dice } = scene
  const where = { programId: subject.id }
  const card = oneOf(scene, await world.db.activity.findMany({ where, orderBy: { id: 'asc' } }))
  const person = await someone(scene, 'coordinator')
  if (card === null || dice.next() < 0.5) {
    return person.post(`/programs/${subject.id}/activities`, { title: 'Mission', type: 'mission' })
  }
  const columns = await world.db.boardColumn.findMany({ where, orderBy: { position: 'asc' } })
  const column = columns.find(({ done }) => done) ?? columns.at(-1)
  return person.post(`/activities/${card.id}/move`, { columnId: column?.id })
}
