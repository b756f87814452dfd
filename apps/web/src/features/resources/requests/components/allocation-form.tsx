import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { Unit } from '@entente/shared/resources/rates/options'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf } from '../../../../lib/form/form.ts'
import { DraftNotice } from '../../../../ui/form/draft-notice.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { ActivityField } from '../../../capacity/bookings/components/activity-field.tsx'
import { DocumentsField } from '../../../documents/components/documents-field.tsx'
import { useFormDraft } from '../../../users/components/use-form-draft.ts'
import { useDraftAllocation, useEditAllocation } from '../api.ts'
import { envelopesQuery } from '../../envelopes/api.ts'
import { thisFiscalYear } from '../../rates/api.ts'
import { today } from '../../../../lib/format/days.ts'
import { AllocationLineFields } from './allocation-line-fields.tsx'
import { PlanNotes } from './plan-notes.tsx'
import { quantityErrors } from '../../rates/components/quantity-input.tsx'
import { type AllocationValues, blankLine, bodyOf, draftName, useAllocationForm } from './use-allocation-form.ts'
import { useTotals } from './use-totals.ts'

type Props = {
  programId: string | null
  allocation?: Allocation
  /** The approved request that this one completes. */
  amendsId?: string
  onSaved: (allocation: Allocation, then: 'keep' | 'submit') => void
  onCancel: () => void
}

/** Envelopes one can ask from: those of this fiscal year and of the next. */
const useOpenEnvelopes = () => {
  const year = thisFiscalYear()
  const answers = useQueries({ queries: [envelopesQuery(year), envelopesQuery(year + 1)] })
  const isPending = answers.some((answer) => answer.isPending)
  return { envelopes: answers.flatMap(({ data = [] }) => data), isPending }
}

/** Asks for resources: why, by when, and line by line from which envelope. */
export const AllocationForm = (props: Props) => {
  const { envelopes, isPending } = useOpenEnvelopes()
  return isPending ? <PanelSkeleton /> : <Fields {...props} envelopes={envelopes} />
}

type ButtonsProps = {
  draft: ReturnType<typeof useFormDraft>
  isBusy: boolean
  total: string
  onCancel: () => void
  onKeep: () => void
}

const Buttons = ({ draft, isBusy, total, onCancel, onKeep }: ButtonsProps) => {
  const { t } = useTranslation('resources/requests')
  const leave = () => {
    draft.forget()
    onCancel()
  }
  return (
    <Group justify="flex-end" gap="xs">
      <DraftNotice draft={draft} />
      <Button variant="default" onClick={leave}>
        {t('form.cancel')}
      </Button>
      <Button variant="light" loading={isBusy} onClick={() => onKeep()}>
        {t('form.keep')}
      </Button>
      <Button type="submit" loading={isBusy}>
        {total === '' ? t('form.submitEmpty') : t('form.submit', { total })}
      </Button>
    </Group>
  )
}

/** What the lines ask, each in its own currency or unit, as far as it is typed. */
const askedIn = ({ lines }: AllocationValues, unitOf: (id: string) => Unit | undefined) =>
  lines
    .filter(({ quantity }) => /^\d+(\.\d+)?$/.test(quantity))
    .map(({ envelopeId, quantity, currency }) => {
      const unit = unitOf(envelopeId) ?? 'CAD'
      return { unit: unit === 'CAD' ? currency : unit, amount: quantity }
    })

type FieldsProps = Props & { envelopes: ReturnType<typeof useOpenEnvelopes>['envelopes'] }

type Saving = Pick<Props, 'programId' | 'allocation' | 'amendsId'> & {
  form: ReturnType<typeof useAllocationForm>
  unitOf: (envelopeId: string) => Unit | undefined
  onSaved: (saved: Allocation) => void
}

/** Drafts a new request or changes one that is there; what is refused stands beside its field. */
const useSaveAllocation = ({ programId, allocation, amendsId, form, unitOf, onSaved }: Saving) => {
  const draft = useDraftAllocation()
  const edit = useEditAllocation()
  const save = (values: AllocationValues, then: (saved: Allocation) => void) => {
    const settle = {
      onSuccess: (saved: Allocation) => {
        onSaved(saved)
        then(saved)
      },
      onError: (error: unknown) => form.setErrors(quantityErrors(fieldErrorsOf(error))),
    }
    const body = bodyOf(values, unitOf)
    if (allocation !== undefined)
      return edit.mutate({ params: { id: allocation.id }, body, ifMatch: allocation.version }, settle)
    const activityId = values.activityId === '' ? undefined : values.activityId
    const links = { ...(activityId !== undefined && { activityId }), ...(amendsId !== undefined && { amendsId }) }
    return draft.mutate({ body: { programId, ...links, ...body } }, settle)
  }
  return { save, isBusy: draft.isPending || edit.isPending, error: draft.error ?? edit.error }
}

/** The day what is asked is needed on: today or later. */
const NeededOn = ({ field }: { field: object }) => {
  const { t } = useTranslation('resources/requests')
  return <TextInput type="date" w={200} label={t('form.neededOn')} required min={today()} {...field} />
}

const Fields = ({ programId, allocation, amendsId, onSaved, onCancel, envelopes }: FieldsProps) => {
  const { t } = useTranslation('resources/requests')
  const totals = useTotals()
  const unitOf = (id: string) => envelopes.find((envelope) => envelope.id === id)?.unit
  const form = useAllocationForm({
    ...(allocation !== undefined && { allocation }),
    unitOf,
    firstEnvelopeId: envelopes[0]?.id ?? '',
    chooseEnvelope: t('form.envelopeRequired'),
  })
  const unsent = useFormDraft(form, draftName(programId, allocation))
  const saving = useSaveAllocation({
    programId,
    form,
    unitOf,
    onSaved: unsent.forget,
    ...(allocation !== undefined && { allocation }),
    ...(amendsId !== undefined && { amendsId }),
  })
  const save = (then: 'keep' | 'submit') =>
    form.onSubmit(
      (values) => saving.save(values, (saved) => onSaved(saved, then)),
      (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
    )
  return (
    <Section
      id="ask"
      title={t(allocation === undefined ? 'form.title' : 'form.editTitle')}
      description={t(amendsId === undefined ? 'form.hint' : 'form.amends')}
    >
      <form noValidate onSubmit={save('submit')}>
        <Stack gap="sm">
          <Textarea
            label={t('form.justification')}
            required
            autosize
            minRows={2}
            {...form.getInputProps('justification')}
          />
          {programId !== null && allocation === undefined && (
            <ActivityField
              programId={programId}
              value={form.values.activityId}
              onChange={(activityId) => form.setFieldValue('activityId', activityId)}
              error={form.errors.activityId}
            />
          )}
          <NeededOn field={form.getInputProps('neededOn')} />
          {form.values.lines.map((line, index) => (
            <AllocationLineFields key={line.key} form={form} index={index} envelopes={envelopes} />
          ))}
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => form.insertListItem('lines', blankLine(envelopes[0]?.id))}
            >
              {t('form.addLine')}
            </Button>
          </Group>
          <DocumentsField
            legend={t('form.documents')}
            value={form.values.documentIds}
            onChange={(ids) => form.setFieldValue('documentIds', ids)}
          />
          {programId !== null && <PlanNotes programId={programId} asked={askedIn(form.values, unitOf)} />}
          <ProblemAlert error={saving.error} />
          <Buttons
            draft={unsent}
            isBusy={saving.isBusy}
            total={totals(askedIn(form.values, unitOf))}
            onCancel={onCancel}
            onKeep={save('keep')}
          />
        </Stack>
      </form>
    </Section>
  )
}
