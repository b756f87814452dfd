import type { boards } from '@entente/shared/activities/board-contract'
import type { programs } from '@entente/shared/programs/contract'
import type { users } from '@entente/shared/users/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { paths } from '../../paths.ts'

/** Answers of the API that are asked for before the program that reads them is here. */
type Asked = (typeof users.session | typeof programs.get | typeof boards.get)['path']

export type PageRoute = {
  path: string
  /** The page, and what is read before it is drawn, so that it is drawn once. */
  load: () => Promise<{ Component: ComponentType; readAhead?: (client: QueryClient, id: string) => Promise<unknown> }>
  /** The texts of a page, of slices or (`resources/*`) of a family: they come with it, not after it. */
  texts?: readonly string[]
  /** The answers it shows first. */
  asks?: readonly Asked[]
  /** Sections shown inside the page, through its `<Outlet />`. */
  sections?: readonly PageRoute[]
}

/** The frame is a file of its own, so that a shared link on a phone does not wait for menus it never shows. */
export const frame: Omit<PageRoute, 'path'> = {
  load: async () => ({ Component: (await import('../shell/layout.tsx')).Layout }),
  asks: ['/session'],
}

/** The parts of a dossier, inside its page. */
const programSections: readonly PageRoute[] = [
  {
    path: paths.program.path,
    load: async () => ({
      Component: (await import('../../features/lifecycle/pages/program-overview-page.tsx')).ProgramOverviewPage,
    }),
  },
  {
    path: paths.programRequest.path,
    load: async () => ({
      Component: (await import('../../features/requests/pages/program-request-page.tsx')).ProgramRequestPage,
    }),
  },
  {
    path: paths.programAnalysis.path,
    load: async () => ({
      Component: (await import('../../features/analyses/review/pages/program-analysis-page.tsx')).ProgramAnalysisPage,
    }),
  },
  {
    path: paths.programResources.path,
    load: async () => ({
      Component: (await import('../../features/resources/ledger/pages/program-resources-page.tsx'))
        .ProgramResourcesPage,
    }),
    texts: ['resources/*', 'capacity/*'],
  },
  {
    path: paths.programDecision.path,
    load: async () => ({
      Component: (await import('../../features/decisions/pages/program-decision-page.tsx')).ProgramDecisionPage,
    }),
  },
  {
    path: paths.programAgreements.path,
    load: async () => ({
      Component: (await import('../../features/safeguards/pages/program-agreements-page.tsx')).ProgramAgreementsPage,
    }),
  },
  {
    path: paths.programActivities.path,
    load: async () => {
      const { ActivitiesPage, readBoard } = await import('../pages/activities-page.tsx')
      return { Component: ActivitiesPage, readAhead: readBoard }
    },
    texts: ['activities', 'activities/board', 'activities/views', 'views'],
    asks: ['/programs/:id/board'],
  },
  {
    path: paths.programPartners.path,
    load: async () => ({
      Component: (await import('../../features/shares/pages/program-partners-page.tsx')).ProgramPartnersPage,
    }),
  },
  {
    path: paths.programTransfer.path,
    load: async () => ({
      Component: (await import('../../features/transfer/pages/program-transfer-page.tsx')).ProgramTransferPage,
    }),
  },
  {
    path: paths.programDocuments.path,
    load: async () => ({
      Component: (await import('../../features/documents/pages/program-documents-page.tsx')).ProgramDocumentsPage,
    }),
  },
  {
    path: paths.programProof.path,
    load: async () => ({
      Component: (await import('../../features/proof/pages/program-proof-page.tsx')).ProgramProofPage,
    }),
    texts: ['proof', 'context'],
  },
  {
    path: paths.programTimeline.path,
    load: async () => ({
      Component: (await import('../../features/lifecycle/timeline/pages/program-timeline-page.tsx'))
        .ProgramTimelinePage,
    }),
    texts: ['lifecycle', 'lifecycle/timeline'],
  },
]

/** One line per page; its file loads when someone first goes there. A test holds the rail to this list. */
export const pages: readonly PageRoute[] = [
  {
    path: paths.programs.path,
    load: async () => ({ Component: (await import('../pages/portfolio-page.tsx')).PortfolioPage }),
    texts: ['lifecycle', 'lifecycle/portfolio', 'programs', 'views'],
  },
  {
    path: paths.program.path,
    load: async () => {
      const { ProgramPage, readProgram } = await import('../pages/program-page.tsx')
      return { Component: ProgramPage, readAhead: readProgram }
    },
    texts: ['programs', 'lifecycle'],
    asks: ['/programs/:id'],
    sections: programSections,
  },
  {
    path: paths.requests.path,
    load: async () => ({ Component: (await import('../../features/requests/pages/requests-page.tsx')).RequestsPage }),
  },
  {
    path: paths.newRequest.path,
    load: async () => ({
      Component: (await import('../../features/requests/pages/new-request-page.tsx')).NewRequestPage,
    }),
  },
  {
    path: paths.organizations.path,
    load: async () => ({
      Component: (await import('../../features/organizations/pages/organizations-page.tsx')).OrganizationsPage,
    }),
  },
  {
    path: paths.programMemo.path,
    load: async () => ({
      Component: (await import('../../features/analyses/pages/program-memo-page.tsx')).ProgramMemoPage,
    }),
  },
  {
    path: paths.analyses.path,
    load: async () => ({ Component: (await import('../../features/analyses/pages/analyses-page.tsx')).AnalysesPage }),
  },
  {
    path: paths.allocations.path,
    load: async () => ({
      Component: (await import('../../features/resources/ledger/pages/allocations-page.tsx')).AllocationsPage,
    }),
    texts: ['resources/*'],
  },
  ...[paths.newAllocation.path, paths.editAllocation.path].map((path) => ({
    path,
    load: async () => ({
      Component: (await import('../../features/resources/requests/pages/allocation-form-page.tsx')).AllocationFormPage,
    }),
    texts: ['resources/*'],
  })),
  {
    path: paths.approvals.path,
    load: async () => ({
      Component: (await import('../../features/resources/approvals/pages/approvals-page.tsx')).ApprovalsPage,
    }),
    texts: ['resources/*', 'capacity/*'],
  },
  {
    path: paths.yearEnd.path,
    load: async () => ({
      Component: (await import('../../features/resources/envelopes/pages/year-end-page.tsx')).YearEndPage,
    }),
    texts: ['resources/*'],
  },
  {
    path: paths.stepRules.path,
    load: async () => ({
      Component: (await import('../../features/resources/rules/pages/step-rules-page.tsx')).StepRulesPage,
    }),
    texts: ['resources/*'],
  },
  {
    path: paths.exchangeRates.path,
    load: async () => ({
      Component: (await import('../../features/resources/rates/pages/exchange-rates-page.tsx')).ExchangeRatesPage,
    }),
    texts: ['resources/*'],
  },
  {
    path: paths.ledger.path,
    load: async () => ({
      Component: (await import('../../features/resources/ledger/pages/ledger-page.tsx')).LedgerPage,
    }),
    texts: ['resources/*'],
  },
  {
    path: paths.capacity.path,
    load: async () => ({
      Component: (await import('../../features/capacity/bookings/pages/capacity-page.tsx')).CapacityPage,
    }),
    texts: ['capacity/*'],
  },
  {
    path: paths.calendar.path,
    load: async () => ({ Component: (await import('../pages/calendar-page.tsx')).CalendarPage }),
    texts: ['calendar', 'capacity/*', 'dashboards/*'],
  },
  {
    path: paths.dashboards.path,
    load: async () => ({
      Component: (await import('../../features/dashboards/rehearsals/pages/dashboards-page.tsx')).DashboardsPage,
    }),
    texts: ['dashboards/*', 'resources/*'],
  },
  {
    path: paths.reports.path,
    load: async () => ({
      Component: (await import('../../features/dashboards/reports/pages/reports-page.tsx')).ReportsPage,
    }),
    texts: ['dashboards/*', 'resources/*'],
  },
  {
    path: paths.journal.path,
    load: async () => ({ Component: (await import('../../features/audit/pages/journal-page.tsx')).JournalPage }),
  },
]
