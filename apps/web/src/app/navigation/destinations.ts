import type { Role } from '@entente/shared/users/contract'
import {
  type Icon,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChartBar,
  IconChecklist,
  IconCoins,
  IconFileSearch,
  IconHistory,
  IconHome,
  IconInbox,
  IconLayoutKanban,
  IconReportMoney,
  IconUsersGroup,
} from '@tabler/icons-react'
import { paths } from '../../paths.ts'

export type Destination = { id: string; href: string; icon: Icon; roles: readonly Role[] | 'all' }

const staff: readonly Role[] = ['coordinator', 'analyst', 'manager', 'executive', 'auditor']

/** The rail, in order. The server decides what a person may do; this only spares them doors that are closed. */
const destinations: readonly Destination[] = [
  { id: 'home', href: paths.home.href(), icon: IconHome, roles: 'all' },
  { id: 'programs', href: paths.programs.href(), icon: IconLayoutKanban, roles: staff },
  { id: 'requests', href: paths.requests.href(), icon: IconInbox, roles: staff },
  { id: 'analyses', href: paths.analyses.href(), icon: IconFileSearch, roles: staff },
  { id: 'approvals', href: paths.approvals.href(), icon: IconChecklist, roles: ['manager', 'executive'] },
  { id: 'allocations', href: paths.allocations.href(), icon: IconCoins, roles: [...staff, 'admin'] },
  { id: 'capacity', href: paths.capacity.href(), icon: IconUsersGroup, roles: staff },
  { id: 'organizations', href: paths.organizations.href(), icon: IconBuildingCommunity, roles: [...staff, 'admin'] },
  { id: 'calendar', href: paths.calendar.href(), icon: IconCalendarEvent, roles: [...staff, 'admin'] },
  { id: 'dashboards', href: paths.dashboards.href(), icon: IconChartBar, roles: staff },
  { id: 'reports', href: paths.reports.href(), icon: IconReportMoney, roles: staff },
  { id: 'journal', href: paths.journal.href(), icon: IconHistory, roles: ['auditor', 'executive'] },
]

export const destinationsFor = (roles: readonly Role[]) =>
  destinations.filter(({ roles: open }) => open === 'all' || open.some((role) => roles.includes(role)))
