import type { Door } from '@entente/shared/users/options'
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

/** What waits for a person on their home page, where it is open to them: one line per panel, lazy like the pages. */
export type HomePanel = { id: Door; Panel: LazyExoticComponent<ComponentType> }

export const homePanels: readonly HomePanel[] = [
  {
    id: 'sharedPrograms',
    Panel: lazy(async () => ({
      default: (await import('../../features/dashboards/partner/components/partner-panel.tsx')).PartnerPanel,
    })),
  },
  {
    id: 'recalls',
    Panel: lazy(async () => ({
      default: (await import('../../features/capacity/recalls/components/recalls-section.tsx')).RecallsSection,
    })),
  },
  {
    id: 'blockedPrograms',
    Panel: lazy(async () => ({
      default: (await import('../../features/lifecycle/portfolio/components/blocked-panel.tsx')).BlockedPanel,
    })),
  },
  {
    id: 'waitingAnalyses',
    Panel: lazy(async () => ({
      default: (await import('../../features/analyses/components/waiting-panel.tsx')).WaitingPanel,
    })),
  },
  {
    id: 'waitingApprovals',
    Panel: lazy(async () => ({
      default: (await import('../../features/resources/approvals/components/approvals-panel.tsx')).ApprovalsPanel,
    })),
  },
  {
    id: 'mentions',
    Panel: lazy(async () => ({
      default: (await import('../../features/activities/comments/components/mentions-panel.tsx')).MentionsPanel,
    })),
  },
]
