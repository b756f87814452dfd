import type { PersonaName } from './personas.ts'

type Day = string
type Crew = {
  name: string
  account?: PersonaName
  function: string
  critical?: boolean
  profile: string
  skills: string[]
  languages: string[]
  daysPerWeek?: string
  availability: number
  leaves?: { from: Day; to: Day }[]
}

/** People who can be put to work, all invented. The elections need some of them more than cooperation does. */
export const crew = {
  nadeau: {
    name: 'Alexis Nadeau',
    function: 'Analyse de la sécurité informatique',
    critical: true,
    profile: 'Informatique',
    skills: ['sécurité de l’information', 'réseaux'],
    languages: ['fr', 'en'],
    availability: 40,
  },
  simard: {
    name: 'Charlie Simard',
    function: 'Architecture de données',
    profile: 'Informatique',
    skills: ['registres', 'cartographie'],
    languages: ['fr', 'en', 'es'],
    daysPerWeek: '4',
    availability: 50,
  },
  ouellet: {
    name: 'Jessie Ouellet',
    function: 'Développement de formations en ligne',
    profile: 'Informatique',
    skills: ['apprentissage en ligne'],
    languages: ['fr'],
    availability: 30,
    leaves: [{ from: '2027-03-01', to: '2027-03-12' }],
  },
  caron: {
    name: 'Sam Caron',
    function: 'Conseil en formation',
    profile: 'Formation',
    skills: ['BRIDGE', 'formation de formateurs'],
    languages: ['fr', 'en'],
    availability: 70,
    leaves: [{ from: '2026-12-21', to: '2027-01-01' }],
  },
  dube: {
    name: 'Maude Dubé',
    function: 'Conception pédagogique',
    profile: 'Formation',
    skills: ['apprentissage en ligne', 'évaluation'],
    languages: ['fr', 'pt'],
    daysPerWeek: '4',
    availability: 60,
  },
  lavoie: {
    name: 'Noa Lavoie',
    function: 'Formation du personnel électoral',
    critical: true,
    profile: 'Formation',
    skills: ['personnel électoral'],
    languages: ['fr'],
    availability: 30,
  },
  boucher: {
    name: 'Andréa Boucher',
    function: 'Coordination des opérations électorales',
    critical: true,
    profile: 'Opérations électorales',
    skills: ['planification', 'dépouillement'],
    languages: ['fr', 'en'],
    availability: 25,
  },
  poirier: {
    name: 'Claude Poirier',
    function: 'Liste électorale',
    critical: true,
    profile: 'Opérations électorales',
    skills: ['registres'],
    languages: ['fr', 'en'],
    availability: 25,
    leaves: [{ from: '2027-02-15', to: '2027-02-26' }],
  },
  bergeron: {
    name: 'Lou Bergeron',
    function: 'Accessibilité du vote',
    profile: 'Opérations électorales',
    skills: ['accessibilité', 'information des électrices et électeurs'],
    languages: ['fr', 'es'],
    availability: 40,
  },
  hebert: {
    name: 'Gabrielle Hébert',
    function: 'Conseil juridique',
    profile: 'Affaires juridiques',
    skills: ['droit électoral', 'protection des renseignements personnels'],
    languages: ['fr', 'en'],
    availability: 30,
  },
  martel: {
    name: 'Élie Martel',
    function: 'Communications',
    profile: 'Communications',
    skills: ['information des électrices et électeurs', 'édition'],
    languages: ['fr', 'en', 'pt'],
    availability: 40,
  },
  gauthier: {
    name: 'Frédérique Gauthier',
    function: 'Accueil de délégations',
    profile: 'Logistique',
    skills: ['protocole', 'voyages'],
    languages: ['fr', 'en'],
    availability: 80,
  },
  roy: {
    name: 'Camille Roy',
    account: 'coordination',
    function: 'Coordination de la coopération',
    profile: 'Relations internationales',
    skills: ['gestion de programmes'],
    languages: ['fr', 'en'],
    availability: 90,
  },
  levesque: {
    name: 'Sacha Lévesque',
    account: 'coordination2',
    function: 'Coordination de la coopération',
    profile: 'Relations internationales',
    skills: ['gestion de programmes'],
    languages: ['fr', 'en', 'es'],
    availability: 90,
  },
} satisfies Record<string, Crew>

export type CrewName = keyof typeof crew
