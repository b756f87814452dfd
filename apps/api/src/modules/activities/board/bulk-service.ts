import type { boards, BulkResult, bulkResult } from '@entente/shared/activities/board-contract'
import { usualActivities } from '@entente/shared/activities/rules'
import type { Locale } from '@entente/shared/kernel/text'
import type { z } from 'zod'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { notFound, ProblemError, problemBody } from '../../../platform/rules/problems.ts'
import { addCard } from '../card-service.ts'
import { applyChange, openColumn } from '../change-service.ts'
import { boardToChange, type OpenBoard, toldOf } from '../opening-service.ts'
import { withLinks } from '../presenter.ts'
import { activityAs } from '../queries.ts'

type Bulk = CallOf<typeof boards.change>
type Item = Bulk['body']['changes'][number]
type Result = z.input<typeof bulkResult>['results'][number]

/** What stands in the way, in one sentence. */
const sentenceOf = (error: ProblemError, locale: Locale) => {
  const problem = problemBody(error, locale, '')
  return problem.errors?.map(({ detail }) => detail).join(' ') ?? problem.detail ?? problem.title
}

/** A card of this board as this person sees it. */
const cardOf = async (tx: Tx, call: Bulk, { programId, program }: OpenBoard, id: string) => {
  const row = await tx.db.activity.findFirst({ where: { id, programId }, include: withLinks })
  if (row === null) throw notFound()
  return activityAs(tx, call.actor, { ...row, program })
}

const changeOne = async (tx: Tx, call: Bulk, board: OpenBoard, item: Item): Promise<Result> => {
  const { id, version = null, edit, columnId } = item
  try {
    const shown = await cardOf(tx, call, board, id)
    expectVersion({ ...call, ifMatch: version }, shown)
    await applyChange(tx, call.actor, shown, { edit, columnId })
    return { id, ok: true, problem: null, activity: await cardOf(tx, call, board, id) }
  } catch (error) {
    // Every check stands before the first write of a card: a refusal leaves that card, and the others, as they are.
    if (!(error instanceof ProblemError)) throw error
    return { id, ok: false, problem: sentenceOf(error, call.locale), activity: null }
  }
}

class Preview extends Error {
  readonly result: BulkResult
  constructor(result: BulkResult) {
    super('Preview')
    this.result = result
  }
}

/** Changes several cards, each by its own rules: what is refused is said, the rest is done. One row in the trail. */
const changeAll = (call: Bulk) =>
  command(call, async (tx) => {
    const { changes, as, preview } = call.body
    const board = await boardToChange(tx, call)
    const results: Result[] = []
    for (const item of changes) results.push(await changeOne(tx, call, board, item))
    const answer = { results, version: board.version }
    if (preview) throw new Preview(answer as BulkResult)
    const changed = results.filter(({ ok }) => ok).map(({ id }) => id)
    return { answer, record: toldOf(board, as ?? 'change', { after: { changed, changes } }) }
  })

/** The same with `preview`: everything is tried, and nothing kept. */
export const changeActivities = async (call: Bulk) => {
  try {
    return await changeAll(call)
  } catch (error) {
    if (error instanceof Preview) return error.result
    throw error
  }
}

/** Adds the usual activities of a program of its kind to the first column, in the language of the person. */
export const fillBoard = (call: CallOf<typeof boards.fill>) =>
  command(call, async (tx) => {
    const board = await boardToChange(tx, call)
    const { programId, program } = board
    const column = await openColumn(tx, programId, undefined)
    const usual = usualActivities[program.path]
    for (const { title, type, checklist } of usual)
      await addCard(tx, call.actor, {
        programId,
        columnId: column.id,
        title: title[call.locale],
        type,
        checklist: checklist.map((item) => ({ text: item[call.locale], done: false })),
        assigneeIds: [],
        labels: [],
      })
    const answer = { added: usual.length, version: board.version }
    return { answer, record: toldOf(board, 'fill', { after: answer }) }
  })
