import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, reckonedDay, version } from '../kernel/fields.ts'
import { possiblyEmptyText, text } from '../kernel/text.ts'

export const electionKind = z.enum(['general', 'byElection', 'municipal'])
export type ElectionKind = z.infer<typeof electionKind>
/** Certain: fixed or ordered. Probable: expected. Sudden: called by surprise, so that all who are away await a decision. */
export const electionCertainty = z.enum(['certain', 'probable', 'sudden'])
export type ElectionCertainty = z.infer<typeof electionCertainty>

export const election = z
  .object({
    id,
    kind: electionKind,
    pollingOn: day,
    certainty: electionCertainty,
    /** The riding or municipality; null when all of Québec votes. */
    place: z.string().nullable(),
    note: z.string(),
    suddenSince: instant.nullable(),
    withdrawn: z.boolean(),
    isPast: z.boolean(),
    /** The law itself fixes this day. */
    isFixed: z.boolean(),
    /** The days critical functions stay home, when it closes any (P7-G6). */
    blackout: z.object({ from: reckonedDay, to: reckonedDay }).nullable(),
    version,
    ...allowed('edit'),
  })
  .meta({ id: 'Election' })
export type Election = z.infer<typeof election>

const fields = {
  kind: electionKind,
  pollingOn: day,
  certainty: electionCertainty,
  place: text(120).nullable(),
  note: possiblyEmptyText(1000),
}

export const elections = {
  list: endpoint({
    method: 'GET',
    path: '/elections',
    summary: 'Our own elections, in the order of their days, with the days critical functions stay home',
    tag: 'calendar',
    status: 200,
    response: z.object({ items: z.array(election), ...allowed('create') }),
  }),
  enter: endpoint({
    method: 'POST',
    path: '/elections',
    summary: 'Enter an election to come; called by surprise, it flags every mission and booking it touches',
    tag: 'calendar',
    status: 201,
    idempotencyKey: 'required',
    body: z.strictObject({ ...fields, place: fields.place.default(null), note: fields.note.default('') }),
    response: election,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/elections/:id',
    summary: 'Move, requalify or withdraw an election that is still to come',
    tag: 'calendar',
    status: 200,
    params: byId,
    body: z
      .strictObject({ ...fields, withdrawn: z.boolean() })
      .omit({ kind: true })
      .partial(),
    response: election,
  }),
}
