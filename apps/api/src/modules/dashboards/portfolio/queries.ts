import type { portfolioDashboard, portfolioPanel } from '@entente/shared/dashboards/portfolio/contract'
import { type PrincipleState, principleState } from '@entente/shared/programs/contract'
import { gatesById } from '@entente/shared/proof/rules'
import { ends, isFinal, paths, principles, type Stage } from '@entente/shared/programs/workflow'
import type { z } from 'zod'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDay, daysBetween } from '../../../platform/database/clock.ts'
import { inTheWay, standingFrom } from '../../lifecycle/queries.ts'
import type { GateRow } from '../../proof/presenter.ts'
import { gatesToday } from '../../proof/queries.ts'
import { type ProgramRow, type Standing, withStages } from '../../programs/presenter.ts'
import { envelopeFigures } from '../resources/queries.ts'

type Dashboard = z.input<typeof portfolioDashboard>

/** The rows behind a figure: the list of programs under the same filter. */
const rows = (filter: string) => `/programs?view=list&${filter}`
const figure = (value: number, filter: string) => ({ value, href: rows(filter) })

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Days each finished stay in a stage took. */
const staysIn = (programs: readonly ProgramRow[], name: Stage) =>
  programs.flatMap((program) =>
    program.stages.flatMap((entry, index) => {
      const next = program.stages[index + 1]
      return entry.stage === name && next !== undefined ? [daysBetween(asDay(entry.at), asDay(next.at))] : []
    }),
  )

const pipelineOf = (programs: readonly ProgramRow[]): Dashboard['pipeline'] =>
  paths.standard.map((name) => ({
    stage: name,
    count: figure(programs.filter((program) => program.stage === name).length, `stage=${name}`),
    medianDays: median(staysIn(programs, name)),
  }))

const blockedGatesOf = (gates: readonly GateRow[], locale: 'fr' | 'en'): Dashboard['blockedGates'] =>
  [...Map.groupBy(gates, ({ gateId }) => gateId)]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .flatMap(([gateId, found]) => {
      const gate = gatesById.get(gateId)
      if (gate === undefined) return []
      const { principle, asks } = gate
      return [{ gateId, principle, message: asks[locale], count: figure(found.length, `gate=${gateId}`) }]
    })

const compassOf = (standing: readonly Standing[]): Dashboard['compass'] => {
  const segments = standing.flatMap((item) => item.compass)
  return Object.keys(principles).map((key) => {
    const principle = Number(key)
    const count = (state: PrincipleState) =>
      figure(
        segments.filter((segment) => segment.principle === principle && segment.state === state).length,
        `principle=${principle}&state=${state}`,
      )
    return {
      principle,
      proven: count('proven'),
      kept: count('kept'),
      waived: count('waived'),
      broken: count('broken'),
      notYet: count('notYet'),
    }
  })
}

const upcomingPolls = (programs: readonly ProgramRow[], today: string): Dashboard['upcomingPolls'] =>
  programs
    .flatMap((program) => {
      if (program.pollingOn === null || isFinal(program.stage)) return []
      const on = asDay(program.pollingOn)
      const days = daysBetween(today, on)
      return days < 0
        ? []
        : [
            {
              reference: program.reference,
              countryCode: program.countryCode,
              on,
              days,
              href: `/programs/${program.id}`,
            },
          ]
    })
    .toSorted((left, right) => left.days - right.days)

/** Programs that passed a gate by a waiver. */
const underWaiver = (standing: readonly Standing[]) =>
  standing.filter(({ compass }) => compass.some(({ state }) => state === principleState.enum.waived)).length

/** The whole portfolio: each figure from the rows its link opens. */
export const portfolioFigures = async (call: CallOf<typeof portfolioPanel.get>): Promise<Dashboard> => {
  const tx = await reading(call.server)
  const programs = await tx.db.program.findMany({ include: withStages })
  const [gates, envelopes] = await Promise.all([gatesToday(tx, programs), envelopeFigures(tx)])
  const own = (row: ProgramRow) => gates.get(row.id) ?? []
  const standing = programs.map((row) => standingFrom(row, own(row), call.actor))
  const count = (name: Stage) => programs.filter((program) => program.stage === name).length
  return {
    asOf: tx.now.toISOString(),
    programs: { value: programs.length, href: '/programs?view=list' },
    suspended: figure(programs.filter((program) => program.suspendedCause !== null).length, 'suspended=true'),
    pipeline: pipelineOf(programs),
    ended: ends.map((name) => ({ stage: name, count: figure(count(name), `stage=${name}`) })),
    blockedGates: blockedGatesOf(
      programs.flatMap((row) => inTheWay(row, own(row))),
      call.locale,
    ),
    compass: compassOf(standing),
    toPutRight: figure(standing.filter((item) => item.toPutRight.length > 0).length, 'state=broken'),
    waivers: figure(underWaiver(standing), 'state=waived'),
    upcomingPolls: upcomingPolls(programs, tx.today),
    envelopes,
  }
}
