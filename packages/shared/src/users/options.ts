import { z } from 'zod'

/**
 * The places, panels and first steps of the interface. Which of them are open to whom, the server says with the session
 * (`can`); the interface knows no role.
 */
export const door = z.enum([
  'home',
  'programs',
  'requests',
  'analyses',
  'approvals',
  'allocations',
  'capacity',
  'organizations',
  'calendar',
  'dashboards',
  'reports',
  'journal',
  'dossier',
  'registerRequest',
  'askResources',
  'saveView',
  'addOrganization',
  'askBooking',
  'sharedPrograms',
  'recalls',
  'blockedPrograms',
  'waitingAnalyses',
  'waitingApprovals',
  'mentions',
])
export type Door = z.infer<typeof door>
