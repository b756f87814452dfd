import type { Role } from '@entente/shared/users/contract'
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** What waits for a person on their home page, by role: one line per panel, lazy like the pages. */
export type HomePanel = { id: string; roles: readonly Role[]; Panel: LazyExoticComponent<ComponentType> }

const colleagues: readonly Role[] = ['coordinator', 'analyst', 'manager', 'executive', 'auditor', 'admin']

export const homePanels: readonly HomePanel[] = [
  {
    id: 'partner',
    roles: ['partner'],
    Panel: lazy(async () => ({
      default: (await import('../../features/dashboards/partner/components/partner-panel.tsx')).PartnerPanel,
    })),
  },
  {
    id: 'recalls',
    roles: ['coordinator', 'manager', 'executive'],
    Panel: lazy(async () => ({
      default: (await import('../../features/capacity/recalls/components/recalls-section.tsx')).RecallsSection,
    })),
  },
  {
    id: 'blocked',
    roles: ['coordinator'],
    Panel: lazy(async () => ({
      default: (await import('../../features/lifecycle/portfolio/components/blocked-panel.tsx')).BlockedPanel,
    })),
  },
  {
    id: 'analyses',
    roles: ['analyst'],
    Panel: lazy(async () => ({
      default: (await import('../../features/analyses/components/waiting-panel.tsx')).WaitingPanel,
    })),
  },
  {
    id: 'approvals',
    roles: ['manager', 'executive'],
    Panel: lazy(async () => ({
      default: (await import('../../features/resources/approvals/components/approvals-panel.tsx')).ApprovalsPanel,
    })),
  },
  {
    id: 'mentions',
    roles: colleagues,
    Panel: lazy(async () => ({
      default: (await import('../../features/activities/comments/components/mentions-panel.tsx')).MentionsPanel,
    })),
  },
]
