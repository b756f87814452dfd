import { crew, type CrewName } from '../people/crew.ts'
import { type SeedBooking, seedBookings } from '../people/crew-bookings.ts'
import type { PersonaName } from '../people/personas.ts'
import { file, post, type Stage } from './world.ts'
import type { Act } from './timeline.ts'

type OwnAct = Omit<Act, 'dossier'>

type Waiving = {
  reference: string
  gateId: string
  absence?: { staffId: string | undefined; from: string; to: string }
  reason: string
  expiresOn: string
  evidence: string
}

/** A coordinator asks to lift a gate for a while, and another person, who may, grants it. */
const waive = async (stage: Stage, { reference, evidence, ...asked }: Waiving, by: PersonaName, granted: string) => {
  const evidenceDocumentId = await file(stage, 'coordination', { kind: 'other', title: evidence })
  const programId = stage.programs.get(reference) ?? ''
  const { id } = await post(stage, 'coordination', `/programs/${programId}/waivers`, { ...asked, evidenceDocumentId })
  await post(stage, by, `/waivers/${id}/decision`, { outcome: 'granted', reason: granted })
}

/** Someone of the hosting team of the visitors’ program leaves their function during our own election: by a waiver of their own. */
const waiveForHost = (who: CrewName, staff: ReadonlyMap<CrewName, string>) => (stage: Stage) =>
  waive(
    stage,
    {
      reference: 'PCI-2026-001',
      gateId: 'P7-G6',
      absence: { staffId: staff.get(who), from: '2026-09-14', to: '2026-10-07' },
      reason:
        'Le programme de visiteurs se tient pendant nos propres élections : son équipe d’accueil lui est entièrement affectée et ne prend part à aucune tâche du scrutin.',
      expiresOn: '2026-11-10',
      evidence: `Équipe d’accueil dédiée : ${who}`,
    },
    'direction',
    'Équipe dédiée, sans fonction critique ; les opérations n’en dépendent pas.',
  )

/** What was added to the BRIDGE training brings it 12 % above its plan: a revised approval, before the money (P7-G7). */
const reviseForBridge = (stage: Stage) =>
  waive(
    stage,
    {
      reference: 'PCI-2025-009',
      gateId: 'P7-G7',
      reason:
        'Le second atelier compte plus de participantes et de participants que prévu ; l’ajout porte le programme à 12 % au-delà de son plan et laisse inchangés les objectifs.',
      expiresOn: '2026-04-30',
      evidence: 'Plan révisé de la formation BRIDGE',
    },
    'gestion2',
    'Hausse constatée, objectifs inchangés.',
  )

const askFor =
  (booking: SeedBooking, staff: ReadonlyMap<CrewName, string>, kept: Map<SeedBooking, string>) =>
  async (stage: Stage) => {
    const { who, profile, reference, from, to, days, purpose } = booking
    const staffId = who === null ? null : staff.get(who)
    const body = { staffId, ...(profile !== undefined && { profile }), from, to, days, purpose }
    const programId = stage.programs.get(reference) ?? null
    kept.set(booking, (await post(stage, 'coordination', '/bookings', { ...body, programId })).id)
  }

/** The people, what is asked of them and what is confirmed; the register of elections beyond what the law fixes. */
export const peopleActs = (): OwnAct[] => {
  const staff = new Map<CrewName, string>()
  const kept = new Map<SeedBooking, string>()
  const enrol = async (stage: Stage) => {
    for (const [key, { account, ...person }] of Object.entries({ ...crew } as Record<
      CrewName,
      (typeof crew)[CrewName] & { account?: 'coordination' | 'coordination2' }
    >)) {
      const userId = account === undefined ? null : stage.people.get(account)?.id
      staff.set(key as CrewName, (await post(stage, 'gestion2', '/staff', { ...person, userId })).id)
    }
  }
  const enterElection = async (stage: Stage) => {
    const byElection = { kind: 'byElection', certainty: 'probable', pollingOn: '2027-03-08' }
    const note = 'Siège vacant depuis novembre ; à tenir dans les six mois.'
    await post(stage, 'admin', '/elections', { ...byElection, place: 'Rivière-Claire (circonscription fictive)', note })
  }
  const keepScenario = async (stage: Stage) => {
    const note = 'Si le gouvernement déclenchait des élections générales au printemps.'
    await post(stage, 'direction', '/scenarios', { name: 'Printemps 2027', pollingOn: '2027-04-05', note })
  }
  const confirm = (booking: SeedBooking) => async (stage: Stage) => {
    if (booking.firm === undefined) return
    await post(stage, booking.firm.by, `/bookings/${kept.get(booking) ?? ''}/decision`, { outcome: 'firm' })
  }
  return [
    { day: '2026-02-12', play: reviseForBridge },
    { day: '2026-07-16', play: enrol },
    { day: '2026-09-01', play: waiveForHost('gauthier', staff) },
    { day: '2026-09-01', play: waiveForHost('levesque', staff) },
    ...seedBookings.flatMap((booking): OwnAct[] => [
      { day: booking.on, play: askFor(booking, staff, kept) },
      ...(booking.firm === undefined ? [] : [{ day: booking.firm.on, play: confirm(booking) }]),
    ]),
    { day: '2026-11-16', play: enterElection },
    { day: '2026-11-18', play: keepScenario },
  ]
}
