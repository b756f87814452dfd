import type { NewAccount } from '../../../apps/api/src/modules/users/accounts-service.ts'

/** The password of every demonstration account. Never used where there is no demonstration data. */
export const demoPassword = 'entente-demo'

type Persona = Omit<NewAccount, 'password' | 'organizationId'> & { organization?: string }

const manager = (limitMoney: string, limitDays: string) => ({ limitMoney, limitDays })

/** The people of the demonstration, all invented. */
export const personas = {
  coordination: { email: 'coordination@demo.example', name: 'Camille Roy', roles: ['coordinator'] },
  coordination2: { email: 'coordination2@demo.example', name: 'Sacha Lévesque', roles: ['coordinator'] },
  analyse: { email: 'analyse@demo.example', name: 'Dominique Gagné', roles: ['analyst'] },
  analyse2: { email: 'analyse2@demo.example', name: 'Alix Morin', roles: ['analyst'] },
  gestion: { email: 'gestion@demo.example', name: 'Claude Fortin', roles: ['manager'], ...manager('25000', '20') },
  gestion2: {
    email: 'gestion2@demo.example',
    name: 'Andrée Pelletier',
    roles: ['manager'],
    ...manager('100000', '80'),
  },
  direction: { email: 'direction@demo.example', name: 'Michèle Bouchard', roles: ['executive'] },
  partenaireOif: { email: 'partenaire.oif@demo.example', name: 'Noor Diallo', roles: ['partner'], organization: 'OIF' },
  partenaireCeniMg: {
    email: 'partenaire.ceni-mg@demo.example',
    name: 'Hery Rakoto',
    roles: ['partner'],
    organization: 'CENI-MG',
  },
  audit: { email: 'audit@demo.example', name: 'Pascale Côté', roles: ['auditor'] },
  admin: { email: 'admin@demo.example', name: 'Maxime Girard', roles: ['admin'] },
} as const satisfies Record<string, Persona>

export type PersonaName = keyof typeof personas
