import type { Label } from '../../kernel/text.ts'

/** Headings of the files: a file leaves the interface, so it carries its own words. */
export const headings = {
  allocation: { fr: 'Affectation', en: 'Allocation' },
  amount: { fr: 'Montant', en: 'Amount' },
  asOf: { fr: 'Arrêté au', en: 'As of' },
  available: { fr: 'Disponible', en: 'Available' },
  by: { fr: 'Inscrit par', en: 'Recorded by' },
  ceiling: { fr: 'Plafond', en: 'Ceiling' },
  committed: { fr: 'Engagé', en: 'Committed' },
  country: { fr: 'Pays', en: 'Country' },
  currency: { fr: 'Devise d’origine', en: 'Original currency' },
  day: { fr: 'Date', en: 'Date' },
  direction: { fr: 'Sens', en: 'Direction' },
  entry: { fr: 'Écriture', en: 'Entry' },
  envelope: { fr: 'Enveloppe', en: 'Envelope' },
  fiscalYear: { fr: 'Exercice', en: 'Fiscal year' },
  forecast: { fr: 'Prévu', en: 'Forecast' },
  general: { fr: 'Travail général', en: 'General work' },
  held: { fr: 'Retenu par des baisses à venir', en: 'Held by cuts ahead' },
  holder: { fr: 'Responsable', en: 'Holder' },
  kind: { fr: 'Nature', en: 'Kind' },
  madeAt: { fr: 'Inscrit le', en: 'Recorded at' },
  none: { fr: 'Sans objet', en: 'None' },
  note: { fr: 'Lecture', en: 'How to read' },
  original: { fr: 'Montant d’origine', en: 'Original amount' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  person: { fr: 'Personne', en: 'Person' },
  pending: { fr: 'Demandé, en attente', en: 'Asked, pending' },
  profile: { fr: 'Profil', en: 'Profile' },
  program: { fr: 'Programme', en: 'Program' },
  rate: { fr: 'Taux', en: 'Rate' },
  rateOn: { fr: 'Taux du', en: 'Rate of' },
  rateSource: { fr: 'Source du taux', en: 'Rate source' },
  rateSources: { fr: 'Sources des taux', en: 'Rate sources' },
  reason: { fr: 'Motif', en: 'Reason' },
  released: { fr: 'Libéré de', en: 'Released from' },
  report: { fr: 'Rapport', en: 'Report' },
  reserved: { fr: 'Réservé', en: 'Reserved' },
  reverses: { fr: 'Contrepasse', en: 'Reverses' },
  spent: { fr: 'Dépensé', en: 'Spent' },
  sum: { fr: 'Somme', en: 'Sum' },
  total: { fr: 'Total', en: 'Total' },
  unit: { fr: 'Unité', en: 'Unit' },
} as const satisfies Record<string, Label>

export const titles = {
  envelopes: { fr: 'Enveloppes', en: 'Envelopes' },
  ledger: { fr: 'Grand livre', en: 'Ledger' },
  program: { fr: 'Ressources par programme', en: 'Resources by program' },
  country: { fr: 'Ressources par pays', en: 'Resources by country' },
  partner: { fr: 'Ressources par partenaire', en: 'Resources by partner' },
  fiscalYear: { fr: 'Ressources par exercice', en: 'Resources by fiscal year' },
} as const satisfies Record<string, Label>

export const without = {
  program: { fr: 'Travail général, sans programme', en: 'General work, no program' },
  country: { fr: 'Sans pays', en: 'No country' },
  partner: { fr: 'Sans partenaire', en: 'No partner' },
  fiscalYear: { fr: 'Sans exercice', en: 'No fiscal year' },
} as const satisfies Record<string, Label>

/** What a file says of the way it counts. */
export const readings = {
  forecast: {
    fr: 'Prévu = dépensé + engagé + réservé + demandé en attente.',
    en: 'Forecast = spent + committed + reserved + asked and pending.',
  },
  overlap: {
    fr: 'Un programme compte pour chacun de ses partenaires : les lignes se recoupent, le total compte chaque montant une fois.',
    en: 'A program counts for each of its partners: rows overlap, the total counts each amount once.',
  },
} as const satisfies Record<string, Label>

export const unitNames = {
  CAD: { fr: 'Dollars canadiens', en: 'Canadian dollars' },
  staffDay: { fr: 'Jours-personnes', en: 'Staff-days' },
  item: { fr: 'Unités de matériel', en: 'Items of equipment' },
} as const satisfies Record<string, Label>

export const entryNames = {
  reservation: { fr: 'Réservation', en: 'Reservation' },
  commitment: { fr: 'Engagement', en: 'Commitment' },
  expense: { fr: 'Dépense', en: 'Expense' },
  release: { fr: 'Libération', en: 'Release' },
  transfer: { fr: 'Virement', en: 'Transfer' },
  carryOver: { fr: 'Report', en: 'Carry-over' },
  reversal: { fr: 'Contre-écriture', en: 'Reversal' },
} as const satisfies Record<string, Label>

export const sides = {
  in: { fr: 'Entrée', en: 'In' },
  out: { fr: 'Sortie', en: 'Out' },
} as const satisfies Record<string, Label>
