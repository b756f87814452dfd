import type { Door } from '@entente/shared/users/options'
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

export type Destination = { id: Door; href: string; icon: Icon }

/** The rail, in order. The server says with the session which of it is open. */
const destinations: readonly Destination[] = [
  { id: 'home', href: paths.home.href(), icon: IconHome },
  { id: 'programs', href: paths.programs.href(), icon: IconLayoutKanban },
  { id: 'requests', href: paths.requests.href(), icon: IconInbox },
  { id: 'analyses', href: paths.analyses.href(), icon: IconFileSearch },
  { id: 'approvals', href: paths.approvals.href(), icon: IconChecklist },
  { id: 'allocations', href: paths.allocations.href(), icon: IconCoins },
  { id: 'capacity', href: paths.capacity.href(), icon: IconUsersGroup },
  { id: 'organizations', href: paths.organizations.href(), icon: IconBuildingCommunity },
  { id: 'calendar', href: paths.calendar.href(), icon: IconCalendarEvent },
  { id: 'dashboards', href: paths.dashboards.href(), icon: IconChartBar },
  { id: 'reports', href: paths.reports.href(), icon: IconReportMoney },
  { id: 'journal', href: paths.journal.href(), icon: IconHistory },
]

/** The places that are open to someone, in the order of the rail. */
export const destinationsFor = (can: readonly Door[]) => destinations.filter(({ id }) => can.includes(id))
