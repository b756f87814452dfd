import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, version } from '../../kernel/fields.ts'
import { text } from '../../kernel/text.ts'

/** ISO 639-1. */
export const language = z.string().regex(/^[a-z]{2}$/, { error: 'language' })
export const skills = z.array(text(60)).max(20)
export const languages = z.array(language).max(20)

/** Days nobody counts on this person. Why is nobody's business, and has no field. */
const leave = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => to >= from, { error: 'endAfterStart', path: ['to'] })
export type Leave = z.infer<typeof leave>
export type Leaves = Leave[]

/** Someone who can be put to work. Only what planning needs: no health, no origin, no appraisal. */
export const staffMember = z
  .object({
    id,
    name: z.string(),
    /** The account of this person, if there is one. */
    userId: id.nullable(),
    function: z.string(),
    /** Our own elections cannot be held without this function. */
    critical: z.boolean(),
    profile: z.string(),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    /** Working pattern, in days per week. */
    daysPerWeek: z.string(),
    /** Percent of those days that may go to cooperation. */
    availability: z.int(),
    leaves: z.array(z.object({ from: day, to: day })),
    active: z.boolean(),
    version,
    ...allowed('edit'),
  })
  .meta({ id: 'StaffMember' })
export type StaffMember = z.infer<typeof staffMember>

const fields = {
  name: text(120),
  userId: id.nullable(),
  function: text(120),
  critical: z.boolean(),
  profile: text(80),
  skills,
  languages,
  daysPerWeek: z.string().regex(/^(0\.[1-9]|[1-4](\.\d)?|5(\.0)?)$/, { error: 'daysPerWeek' }),
  availability: z.int().min(1).max(100),
  leaves: z.array(leave).max(100),
}

export const newStaff = z
  .strictObject({
    ...fields,
    userId: fields.userId.default(null),
    critical: fields.critical.default(false),
    skills: skills.default([]),
    languages: languages.default([]),
    daysPerWeek: fields.daysPerWeek.default('5'),
    availability: fields.availability.default(100),
    leaves: fields.leaves.default([]),
  })
  .meta({ id: 'NewStaffMember' })

export const staffEdit = z
  .strictObject({ ...fields, active: z.boolean() })
  .partial()
  .meta({ id: 'StaffMemberEdit' })

export const staff = {
  list: endpoint({
    method: 'GET',
    path: '/staff',
    summary: 'People who can be put to work, by name',
    tag: 'capacity',
    status: 200,
    response: z.object({ items: z.array(staffMember), ...allowed('create') }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/staff',
    summary: 'Add someone who can be put to work',
    tag: 'capacity',
    status: 201,
    body: newStaff,
    response: staffMember,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/staff/:id',
    summary: 'Change someone’s profile, working pattern or leave, or take them off the list',
    tag: 'capacity',
    status: 200,
    params: byId,
    body: staffEdit,
    response: staffMember,
  }),
}
