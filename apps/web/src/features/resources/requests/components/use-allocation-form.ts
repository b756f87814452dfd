import { type Allocation, newAllocation } from '@entente/shared/resources/requests/allocation-contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { useForm } from '@mantine/form'
import { randomId } from '@mantine/hooks'
import { checkedBy } from '../../../../lib/form/form.ts'
import { quantityErrors, quantityOf } from '../../rates/components/quantity-input.tsx'

export type LineValues = {
  key: string
  envelopeId: string
  quantity: string
  currency: string
  description: string
  profile: string
  from: string
  to: string
}
export type AllocationValues = {
  /** The activity it is for; none is the program as a whole. */
  activityId: string
  justification: string
  neededOn: string
  documentIds: string[]
  lines: LineValues[]
}

export const blankLine = (envelopeId = ''): LineValues => ({
  key: randomId('line-'),
  envelopeId,
  quantity: '',
  currency: 'CAD',
  description: '',
  profile: '',
  from: '',
  to: '',
})

const valuesOf = (allocation: Allocation): AllocationValues => ({
  activityId: allocation.activityId ?? '',
  justification: allocation.justification,
  neededOn: allocation.neededOn,
  documentIds: allocation.documentIds,
  lines: allocation.lines.map((line) => ({
    key: line.id,
    envelopeId: line.envelopeId,
    quantity: (line.original?.amount ?? line.asked).replace(/\.0+$/, ''),
    currency: line.original?.currency ?? 'CAD',
    description: line.description,
    profile: line.profile ?? '',
    from: line.from ?? '',
    to: line.to ?? '',
  })),
})

type UnitOf = (envelopeId: string) => Envelope['unit'] | undefined

const lineOf = (line: LineValues, unitOf: UnitOf) => ({
  envelopeId: line.envelopeId,
  description: line.description,
  ...quantityOf(unitOf(line.envelopeId), line.quantity, line.currency),
  ...(line.profile.trim() !== '' && { profile: line.profile }),
  ...(line.from !== '' && { from: line.from }),
  ...(line.to !== '' && { to: line.to }),
})

/** The values of the form as the contract wants them: amount or days by the envelope's unit. */
export const bodyOf = ({ justification, neededOn, documentIds, lines }: AllocationValues, unitOf: UnitOf) => ({
  justification,
  neededOn,
  documentIds,
  lines: lines.map((line) => lineOf(line, unitOf)),
})

type Settings = { allocation?: Allocation; unitOf: UnitOf; firstEnvelopeId: string; chooseEnvelope: string }

export const useAllocationForm = ({ allocation, unitOf, firstEnvelopeId, chooseEnvelope }: Settings) =>
  useForm<AllocationValues>({
    initialValues:
      allocation === undefined
        ? { activityId: '', justification: '', neededOn: '', documentIds: [], lines: [blankLine(firstEnvelopeId)] }
        : valuesOf(allocation),
    validate: (values) => {
      const errors = quantityErrors(checkedBy(newAllocation)({ programId: null, ...bodyOf(values, unitOf) }))
      values.lines.forEach((line, index) => {
        if (line.envelopeId === '') errors[`lines.${index}.envelopeId`] = chooseEnvelope
      })
      return errors
    },
  })

/** Under which name a request not yet sent is kept: one for each program, one for what belongs to none. */
export const draftName = (programId: string | null, allocation?: Allocation) =>
  `allocation.${allocation?.id ?? programId ?? 'general'}`

export type AllocationForm = ReturnType<typeof useAllocationForm>
