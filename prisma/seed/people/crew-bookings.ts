import type { CrewName } from './crew.ts'
import type { PersonaName } from './personas.ts'

type Day = string

export type SeedBooking = {
  on: Day
  who: CrewName | null
  profile?: string
  reference: string
  from: Day
  to: Day
  days: string
  purpose: string
  /** Absent: still to be confirmed. */
  firm?: { on: Day; by: PersonaName }
}

const firm = (on: Day, by: PersonaName = 'gestion2') => ({ firm: { on, by } })

/** Who was asked for, when, for what: within the staff-days of the programs’ allocations. */
export const seedBookings: SeedBooking[] = [
  {
    on: '2026-07-16',
    who: 'dube',
    reference: 'PCI-2025-008',
    from: '2026-07-17',
    to: '2026-07-31',
    days: '4',
    purpose: 'Scénarios des modules 1 à 4',
    ...firm('2026-07-17'),
  },
  {
    on: '2026-09-01',
    who: 'gauthier',
    reference: 'PCI-2026-001',
    from: '2026-09-14',
    to: '2026-10-07',
    days: '12',
    purpose: 'Accueil des délégations du programme de visiteurs',
    ...firm('2026-09-08'),
  },
  {
    on: '2026-09-01',
    who: 'levesque',
    reference: 'PCI-2026-001',
    from: '2026-09-14',
    to: '2026-10-07',
    days: '14',
    purpose: 'Accompagnement des délégations du programme de visiteurs',
    ...firm('2026-09-08'),
  },
  {
    on: '2026-10-16',
    who: 'simard',
    reference: 'PCI-2025-008',
    from: '2026-10-19',
    to: '2026-11-06',
    days: '6',
    purpose: 'Plateforme de formation en ligne',
    ...firm('2026-10-19'),
  },
  {
    on: '2026-10-26',
    who: 'caron',
    reference: 'PCI-2026-004',
    from: '2026-11-09',
    to: '2026-11-20',
    days: '7',
    purpose: 'Formation de formateurs, groupe 1',
    ...firm('2026-10-28'),
  },
  {
    on: '2026-10-26',
    who: 'dube',
    reference: 'PCI-2026-004',
    from: '2026-11-09',
    to: '2026-12-04',
    days: '7',
    purpose: 'Guide de la formatrice et du formateur',
    ...firm('2026-10-28'),
  },
  {
    on: '2026-11-09',
    who: 'martel',
    reference: 'PCI-2025-005',
    from: '2026-11-16',
    to: '2026-12-11',
    days: '6',
    purpose: 'Édition du manuel en portugais',
    ...firm('2026-11-11'),
  },
  {
    on: '2026-11-09',
    who: 'simard',
    reference: 'PCI-2026-004',
    from: '2027-01-25',
    to: '2027-03-19',
    days: '10',
    purpose: 'Deuxième mission : outils de dépouillement',
    ...firm('2026-11-12'),
  },
  {
    on: '2026-11-09',
    who: 'caron',
    reference: 'PCI-2026-004',
    from: '2027-01-25',
    to: '2027-02-15',
    days: '10',
    purpose: 'Deuxième mission et formation de formateurs, groupe 2',
    ...firm('2026-11-12'),
  },
  {
    on: '2026-11-10',
    who: 'nadeau',
    reference: 'PCI-2025-008',
    from: '2027-01-11',
    to: '2027-02-26',
    days: '12',
    purpose: 'Sécurité de la mise en ligne',
    ...firm('2026-11-12'),
  },
  {
    on: '2026-11-10',
    who: 'ouellet',
    reference: 'PCI-2025-012',
    from: '2027-01-11',
    to: '2027-01-29',
    days: '2',
    purpose: 'Supports de la journée de l’an prochain',
    ...firm('2026-11-12'),
  },
  {
    on: '2026-11-10',
    who: 'simard',
    reference: 'PCI-2026-008',
    from: '2027-01-11',
    to: '2027-03-19',
    days: '12',
    purpose: 'Mission et deux webinaires sur la désinformation',
  },
  {
    on: '2026-11-17',
    who: null,
    profile: 'Informatique',
    reference: 'PCI-2025-008',
    from: '2026-11-30',
    to: '2026-12-07',
    days: '5',
    purpose: 'Troisième mission à Dakar : libérer une personne de l’informatique',
  },
  {
    on: '2026-11-18',
    who: 'boucher',
    reference: 'PCI-2026-004',
    from: '2027-01-25',
    to: '2027-02-08',
    days: '2.5',
    purpose: 'Deuxième mission : simulation de dépouillement',
  },
]
