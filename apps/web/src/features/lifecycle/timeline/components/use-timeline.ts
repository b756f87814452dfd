import type { AnswerOf } from '@entente/shared/kernel/endpoint'
import type { lifecycle } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { programDecisionsQuery } from '../../../decisions/api.ts'
import { programDocumentsQuery } from '../../../documents/api.ts'
import { programParticipationQuery } from '../../../participation/api.ts'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { programRequestQuery } from '../../../requests/api.ts'
import { evaluationsQuery } from '../../api.ts'

type Evaluation = AnswerOf<typeof lifecycle.evaluations>['items'][number]
export type Moment = {
  kind: 'move' | 'approval' | 'request' | 'decision' | 'voice' | 'file'
  at: string
  title: string
  by: string | null
  detail: string | null
  gates: readonly Evaluation[]
}

/** Stages entered and allocations approved, with the gates as they were read at that very instant. */
const useMoves = (program: Program): Moment[] => {
  const { t } = useTranslation('lifecycle/timeline')
  const stageName = useStageName()
  const { data: evaluations } = useSuspenseQuery(evaluationsQuery(program.id))
  const byInstant = Map.groupBy(evaluations, ({ at }) => at)
  const moved = new Set(program.stages.map(({ at }) => at))
  const moves = program.stages.map(({ stage, at, by, note }): Moment => {
    const title = t('timeline.entered', { stage: stageName(stage) })
    return { kind: 'move', at, title, by, detail: note, gates: byInstant.get(at) ?? [] }
  })
  const approvals = [...byInstant]
    .filter(([at]) => !moved.has(at))
    .map(([at, gates]): Moment => {
      const by = gates[0]?.by.name ?? null
      return { kind: 'approval', at, title: t('timeline.approval'), by, detail: null, gates }
    })
  return [...moves, ...approvals]
}

type Said = { kind: Moment['kind']; at: string | null; title: string; by?: string | null; detail?: string | null }

const asMoments = (said: readonly Said[]): Moment[] =>
  said.flatMap(({ at, by = null, detail = null, ...rest }) =>
    at === null ? [] : [{ ...rest, at, by, detail, gates: [] }],
  )

const useRequest = (programId: string): Moment[] => {
  const { t } = useTranslation('lifecycle/timeline')
  const { data: request } = useSuspenseQuery(programRequestQuery(programId))
  const { verification, registeredAt, registeredBy, number, object } = request
  return asMoments([
    {
      kind: 'request',
      at: registeredAt,
      title: t('timeline.registered', { number }),
      by: registeredBy.name,
      detail: object,
    },
    {
      kind: 'request',
      at: verification?.at ?? null,
      title: t('timeline.verified', { number }),
      by: verification?.by.name ?? null,
      detail: verification?.note ?? null,
    },
  ])
}

/** Decisions and waivers, with their reasons. */
const useRulings = (programId: string): Moment[] => {
  const { t } = useTranslation(['lifecycle/timeline', 'decisions'])
  const { data } = useSuspenseQuery(programDecisionsQuery(programId))
  return asMoments([
    ...data.decisions.map(({ outcome, decidedAt, decidedBy, reason }): Said => {
      const title = t('lifecycle/timeline:timeline.decided', { outcome: t(`decisions:decided.${outcome}`) })
      return { kind: 'decision', at: decidedAt, title, by: decidedBy.name, detail: reason }
    }),
    ...data.waivers.flatMap(({ gateId: gate, state, ...waiver }): Said[] => [
      {
        kind: 'decision',
        at: waiver.proposedAt,
        title: t('lifecycle/timeline:timeline.waiverAsked', { gate }),
        by: waiver.proposedBy.name,
        detail: waiver.reason,
      },
      {
        kind: 'decision',
        at: waiver.decidedAt,
        title: t('lifecycle/timeline:timeline.waiverDecided', { gate, state: t(`decisions:waiver.state.${state}`) }),
        by: waiver.decidedBy?.name ?? null,
        detail: waiver.decisionReason,
      },
    ]),
  ])
}

/** What organizations were asked, said and objected. */
const useVoices = (programId: string): Moment[] => {
  const { t } = useTranslation('lifecycle/timeline')
  const { data } = useSuspenseQuery(programParticipationQuery(programId))
  const voice = (at: string | null, title: string, by: { name: string } | null, detail: string | null): Said => ({
    kind: 'voice',
    at,
    title,
    by: by?.name ?? null,
    detail,
  })
  return asMoments([
    ...data.consultations.flatMap(({ organization: { name }, ...item }) => [
      voice(item.openedAt, t('timeline.asked', { name }), item.openedBy, item.question),
      voice(item.answeredAt, t('timeline.answered', { name }), item.answeredBy, item.opinion),
    ]),
    ...data.objections.flatMap(({ organization: { name }, ...item }) => [
      voice(item.raisedAt, t('timeline.objected', { name }), item.raisedBy, item.content),
      voice(item.answeredAt, t('timeline.objectionAnswered', { name }), item.answeredBy, item.answer),
    ]),
  ])
}

const useFiles = (programId: string): Moment[] => {
  const { t } = useTranslation('lifecycle/timeline')
  const { data } = useSuspenseQuery(programDocumentsQuery(programId))
  return asMoments(
    data.items.map((file) => ({
      kind: 'file',
      at: file.uploadedAt,
      title: t('timeline.filed', { name: file.name }),
      by: file.uploadedBy.name,
    })),
  )
}

/** One stream of all that counted in a dossier, latest first. */
export const useTimeline = (program: Program): Moment[] => {
  const moves = useMoves(program)
  const request = useRequest(program.id)
  const rulings = useRulings(program.id)
  const voices = useVoices(program.id)
  const files = useFiles(program.id)
  return [...moves, ...request, ...rulings, ...voices, ...files].toSorted((left, right) =>
    right.at.localeCompare(left.at),
  )
}
