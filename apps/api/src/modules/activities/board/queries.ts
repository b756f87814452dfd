import type { boards } from '@entente/shared/activities/board-contract'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { type Allowed, allowedOn } from '../../../platform/rules/policy.ts'
import { ready } from '../../../platform/http/ready-answer.ts'
import { shownBoardPolicy } from './policy.ts'

const instant = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** A card as the contract has it: `json_build_object` for every name the contract lists. */
const card = Prisma.sql`json_build_object(
  'id', a.id, 'title', a.title, 'type', a.type, 'priority', a.priority, 'startsOn', a.starts_on, 'dueOn', a.due_on,
  'assignees', ARRAY(SELECT COALESCE(p.person, json_build_object('id', named, 'name', '—'))
    FROM unnest(a.assignee_ids) WITH ORDINALITY AS each (named, place) LEFT JOIN people p ON p.id = named ORDER BY place),
  'blocked', CASE WHEN a.blocked_reason IS NOT NULL THEN json_build_object('reason', a.blocked_reason,
    'since', ${instant('COALESCE(a.blocked_since, a.created_at)')}, 'expectedOn', a.blocked_until, 'asked', a.blocked_asked) END,
  'labels', a.labels, 'milestone', a.milestone,
  'partnerTitle', CASE WHEN a.partner_title_fr IS NOT NULL THEN json_build_object('fr', a.partner_title_fr, 'en', a.partner_title_en) END,
  'objective', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'label', o.competence) END,
  'after', CASE WHEN cardinality(a.after_ids) = 0 THEN '[]'::json ELSE (
    SELECT COALESCE(json_agg(json_build_object('id', f.id, 'label', f.title) ORDER BY place), '[]')
    FROM unnest(a.after_ids) WITH ORDINALITY AS each (named, place)
    JOIN activities f ON f.id = named AND f.archived_at IS NULL) END,
  'checklist', json_build_object('done', jsonb_array_length(jsonb_path_query_array(a.checklist, '$[*] ? (@.done == true)')),
    'total', jsonb_array_length(a.checklist)),
  'comments', COALESCE(c.number, 0), 'documents', cardinality(a.document_ids),
  'estimate', a.estimate::text, 'spent', a.spent::text, 'columnSince', ${instant('a.column_since')},
  'position', a.position, 'version', a.version)`

/**
 * The whole board as PostgreSQL writes it, in one statement: 2 000 cards cost one read and no work in the process.
 * A test holds this text against the contract.
 */
export const boardText = (programId: string, { can, cannot }: Allowed<string>) => Prisma.sql`
  WITH people AS (SELECT id, json_build_object('id', id, 'name', name) AS person FROM users),
  said AS (SELECT activity_id, count(*)::int AS number FROM activity_comments
    WHERE removed_at IS NULL AND activity_id IN (SELECT id FROM activities WHERE program_id = ${programId}::uuid) GROUP BY 1),
  placed AS (SELECT a.*, (row_number() OVER (PARTITION BY a.column_id ORDER BY a.rank) - 1)::int AS position
    FROM activities a WHERE a.program_id = ${programId}::uuid AND a.archived_at IS NULL),
  cards AS (SELECT a.column_id, count(*)::int AS number, json_agg(${card} ORDER BY a.position) AS list
    FROM placed a LEFT JOIN transfer_objectives o ON o.id = a.objective_id LEFT JOIN said c ON c.activity_id = a.id
    GROUP BY a.column_id)
  SELECT json_build_object(
    'version', COALESCE(max(b.version), 1),
    'columns', COALESCE(json_agg(json_build_object('id', k.id, 'name', k.name, 'limit', k."limit", 'limitMode', k.limit_mode,
      'done', k.done, 'count', COALESCE(l.number, 0), 'version', k.version, 'cards', COALESCE(l.list, '[]')) ORDER BY k.position)
      FILTER (WHERE k.id IS NOT NULL), '[]'),
    'limits', json_build_object('personLimit', max(b.person_limit), 'personLimitMode', COALESCE(max(b.person_limit_mode), 'warn'),
      'laneAttribute', max(b.lane_attribute), 'laneLimit', max(b.lane_limit), 'laneLimitMode', COALESCE(max(b.lane_limit_mode), 'warn')),
    'can', ${can}::text[], 'cannot', ${JSON.stringify(cannot)}::json)::text AS text, COALESCE(max(b.version), 1) AS version
  FROM (SELECT ${programId}::uuid AS id) program
  LEFT JOIN boards b ON b.program_id = program.id
  LEFT JOIN board_columns k ON k.program_id = program.id AND k.archived_at IS NULL
  LEFT JOIN cards l ON l.column_id = k.id`

/** The version of a board: all a person needs who already has it. */
export const boardVersion = async (call: CallOf<typeof boards.get>) => {
  const { db } = call.server
  return (await db.board.findUnique({ where: { programId: call.params.id }, select: { version: true } }))?.version ?? 1
}

export const getBoard = async (call: CallOf<typeof boards.get>) => {
  const { db } = await reading(call.server)
  const allowed = allowedOn(shownBoardPolicy, null, call.actor)
  const [row] = await db.$queryRaw<[{ text: string; version: number }]>(boardText(call.params.id, allowed))
  return ready<typeof boards.get>(row.text, row.version)
}
