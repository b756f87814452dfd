import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, id, person, version } from '../kernel/fields.ts'
import { possiblyEmptyText, text } from '../kernel/text.ts'

const name = text(80)
/** The filters as the address of the board holds them. Only the board reads it. */
const query = possiblyEmptyText(1000)

export const savedView = z
  .object({
    id,
    name: z.string(),
    /** The program whose board it opens; null for the portfolio. */
    programId: id.nullable(),
    query: z.string(),
    shared: z.boolean(),
    owner: person,
    isMine: z.boolean(),
    version,
    ...allowed('edit', 'delete'),
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof savedView>

export const newView = z
  .strictObject({ name, programId: id.nullable().default(null), query, shared: z.boolean().default(false) })
  .meta({ id: 'NewView' })

export const viewEdit = z.strictObject({ name, query, shared: z.boolean() }).partial().meta({ id: 'ViewEdit' })

export const views = {
  list: endpoint({
    method: 'GET',
    path: '/views',
    summary: 'My views of a board and those colleagues share; of the portfolio when no program is named',
    tag: 'views',
    status: 200,
    query: z.strictObject({ programId: id.optional() }),
    response: z.object({ items: z.array(savedView) }),
  }),
  save: endpoint({
    method: 'POST',
    path: '/views',
    summary: 'Save a view of a board under a name of my own',
    tag: 'views',
    status: 201,
    body: newView,
    response: savedView,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/views/:id',
    summary: 'Rename a view, point it to other filters, or share it with colleagues',
    tag: 'views',
    status: 200,
    params: byId,
    body: viewEdit,
    response: savedView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/views/:id',
    summary: 'Delete a view of mine',
    tag: 'views',
    status: 204,
    params: byId,
  }),
}
