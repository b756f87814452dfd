import type { OrganizationKey } from '../people/organizations.ts'
import type { PersonaName } from '../people/personas.ts'

type Day = string

export type Spending = { on: Day; money?: string; days?: string }

/** One request for resources as it was asked, decided, committed, spent and given back. */
export type Funding = {
  year: number
  asked: Day
  money?: string
  days?: string
  /** Whose days, and when, where that is known. */
  work?: { profile: string; from: Day; to: Day }
  /** Null: still waiting for a decision. */
  approved: { on: Day; by: PersonaName } | null
  committed?: Spending
  spent?: Spending[]
  released?: Spending
}

/** A program of the demonstration: what is known of it, and the day of everything that happened. */
export type Dossier = {
  reference: string
  title: { fr: string; en: string }
  country: string | null
  kind: 'program' | 'invitation'
  authority: { name: string; type: string }
  transmitting?: { name: string; type: string }
  channel: 'dge' | 'quebecAuthority' | 'canadianAuthority' | 'internationalOrganization'
  object: string
  event?: { type: string; date: Day }
  coordinator?: PersonaName
  host?: OrganizationKey
  partners?: { organization: OrganizationKey; role: 'funder' | 'implementer' | 'network' }[]
  contributions?: {
    organization: OrganizationKey
    amount: string
    description: string
    state: 'promised' | 'signed' | 'received'
  }[]
  actingAlone?: string
  plan: { money: string; days: string }
  /** Received and registered; the letter is signed some days before. */
  received: Day
  verified?: Day
  admissible?: Day
  analysis?: {
    started: Day
    submitted: Day
    approved?: Day
    returned?: Day
    again?: Day
    risk?: [likelihood: number, impact: number]
    negative?: boolean
  }
  toAnalysis?: Day
  toDecision?: Day
  consulted?: Day
  opinions?: Day
  decided?: { on: Day; outcome: string; conditions?: string[]; redirectedTo?: string }
  objections?: { on: Day; organization: OrganizationKey; content: string; answered?: Day }[]
  shares?: { on: Day; organization: OrganizationKey; until: Day }[]
  toDesign?: Day
  agreement?: { on: Day; organization: OrganizationKey; until: Day }
  terms?: { proposed: Day; agreed: Day }
  toAllocation?: Day
  funding?: Funding[]
  toImplementation?: Day
  activities?: {
    title: string
    type: string
    from?: Day
    due: Day
    column: number
    milestone?: boolean
    /** Places, in this list, of the activities before it. */
    after?: number[]
  }[]
  transfer?: {
    competence: string
    unit: string
    baseline: number
    target: number
    reached?: number
    reason?: string
    verified?: Day
  }
  lesson?: { on: Day; theme: string; text: string }
  toClosing?: Day
  toEvaluation?: Day
  toClosed?: Day
  suspended?: { on: Day; cause: string; note: string }
  ended?: { on: Day; stage: 'declined' | 'redirected' | 'cancelled'; note: string }
}
