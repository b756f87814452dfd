import { type Door, door } from '@entente/shared/users/options'
import { programAnalysisPolicy } from './modules/analyses/policy.ts'
import { bookingsPolicy } from './modules/capacity/bookings/policy.ts'
import { organizationsPolicy } from './modules/organizations/policy.ts'
import { auditPolicy } from './modules/audit/policy.ts'
import { programDecisionPolicy } from './modules/decisions/policy.ts'
import { programLifecyclePolicy } from './modules/lifecycle/policy.ts'
import { blockedAmong, standings } from './modules/lifecycle/queries.ts'
import { partnerParticipationPolicy } from './modules/participation/policy.ts'
import { programPolicy } from './modules/programs/policy.ts'
import type { Knowledge } from './modules/programs/queries.ts'
import { registerPolicy } from './modules/requests/policy.ts'
import { allocationsPolicy, programAllocationPolicy } from './modules/resources/requests/policy.ts'
import { sharesPolicy } from './modules/shares/policy.ts'
import { anyone, internal, open } from './modules/users/policy.ts'
import { viewsPolicy } from './modules/views/policy.ts'
import { hasRole, type Actor, type Rule } from './platform/rules/policy.ts'

/** What the slices let people do to a program, and what the later ones know of it. */
export const knowledge: Knowledge = {
  standings,
  blockedAmong,
  policies: {
    staff: {
      ...programPolicy,
      ...programLifecyclePolicy,
      waive: programDecisionPolicy.waive,
      share: sharesPolicy.grant,
      decide: programDecisionPolicy.decide,
      analyse: programAnalysisPolicy.analyse,
      ...programAllocationPolicy,
    },
    partner: partnerParticipationPolicy,
  },
}

const staff = open('coordinator', 'analyst', 'manager', 'executive', 'auditor')

/** Who finds which place, panel and first step in the interface; what they may do there, each record says. */
const doors: Readonly<Record<Door, Pick<Rule, 'roles'>>> = {
  home: anyone,
  programs: staff,
  requests: staff,
  analyses: staff,
  approvals: allocationsPolicy.inbox,
  allocations: internal,
  capacity: staff,
  organizations: internal,
  calendar: internal,
  dashboards: staff,
  reports: staff,
  journal: auditPolicy.read,
  dossier: internal,
  registerRequest: registerPolicy.register,
  askResources: programAllocationPolicy.allocate,
  saveView: viewsPolicy.save,
  addOrganization: organizationsPolicy.create,
  askBooking: bookingsPolicy.create,
  sharedPrograms: open('partner'),
  recalls: open('coordinator', 'manager', 'executive'),
  blockedPrograms: open('coordinator'),
  waitingAnalyses: open('analyst'),
  waitingApprovals: allocationsPolicy.inbox,
  mentions: internal,
}

/** What of the interface is open to this person. */
export const doorsOpenTo = (actor: Actor): Door[] => door.options.filter((name) => hasRole(actor, doors[name].roles))
