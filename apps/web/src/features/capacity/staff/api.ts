import { staff } from '@entente/shared/capacity/staff/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'

/** People who can be put to work, by name. */
export const staffQuery = () => queryOptions({ queryKey: ['capacity', 'staff'], queryFn: () => call(staff.list, {}) })

/** What a change of people or bookings makes out of date. */
export const stale = [['capacity'], ['dashboards'], ['resources', 'inbox']] as const

export const useAddStaff = () => useCommand(staff.add, { invalidates: stale })
export const useEditStaff = () => useCommand(staff.edit, { invalidates: stale })
