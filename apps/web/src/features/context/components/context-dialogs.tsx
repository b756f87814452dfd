import { context, type ContextEvent } from '@entente/shared/context/contract'
import { contextEffects, contextKind, contextKinds } from '@entente/shared/context/options'
import { Alert, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../lib/form/form.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useClearEvent, useRaiseEvent } from '../api.ts'

/** Records what happened; what follows from it is said before it is recorded. */
export const RaiseDialog = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('context')
  const locale = useLocale()
  const raise = useRaiseEvent()
  const form = useForm({
    initialValues: { kind: contextKind.enum.authorityChanged, source: '', happenedOn: '', note: '' },
    validate: checkedBy(context.raise.body),
  })
  return (
    <FormDialog
      form={form}
      command={raise}
      request={(body) => ({ params: { id: programId }, body })}
      isDangerous
      title={t('raise.title')}
      action={t('raise.action')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('kind')}
        data={contextKind.options.map((value) => ({ value, label: contextKinds[value][locale] }))}
        {...form.getInputProps('kind')}
      />
      <Alert color="waiting">{contextEffects[contextKinds[form.values.kind].effect][locale]}</Alert>
      <TextInput label={t('source')} description={t('sourceHint')} required {...form.getInputProps('source')} />
      <TextInput type="date" label={t('happenedOn')} required {...form.getInputProps('happenedOn')} />
      <Textarea label={t('note')} required autosize minRows={3} {...form.getInputProps('note')} />
    </FormDialog>
  )
}

/** Says how an event was dealt with. */
export const ClearDialog = ({ event, onClose }: { event: ContextEvent; onClose: () => void }) => {
  const { t } = useTranslation('context')
  const clear = useClearEvent()
  const form = useForm({ initialValues: { reason: '' }, validate: checkedBy(context.clear.body) })
  return (
    <FormDialog
      form={form}
      command={clear}
      request={(body) => ({ params: { id: event.id }, body, ifMatch: event.version })}
      title={t('clear.title')}
      action={t('clear.action')}
      onClose={onClose}
    >
      <Textarea label={t('clear.reason')} required autosize minRows={3} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
