import { context, type ContextEvent } from '@entente/shared/context/contract'
import { contextEffects, contextKind, contextKinds } from '@entente/shared/context/options'
import { Alert, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useClearEvent, useRaiseEvent } from '../api.ts'

/** Records what happened; what follows from it is said before it is recorded. */
export const RaiseDialog = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('context')
  const locale = useLocale()
  const raise = useRaiseEvent()
  const form = useFormOf(context.raise, { start: { kind: contextKind.enum.authorityChanged } })
  const field = useFields(form, 'context:raise')
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
        {...field('kind')}
        data={contextKind.options.map((value) => ({ value, label: contextKinds[value][locale] }))}
      />
      <Alert color="waiting">{contextEffects[contextKinds[form.values.kind].effect][locale]}</Alert>
      <TextInput {...field('source')} description={t('sourceHint')} />
      <TextInput type="date" {...field('happenedOn')} />
      <Textarea {...field('note')} autosize minRows={3} />
    </FormDialog>
  )
}

/** Says how an event was dealt with. */
export const ClearDialog = ({ event, onClose }: { event: ContextEvent; onClose: () => void }) => {
  const { t } = useTranslation('context')
  const clear = useClearEvent()
  const form = useFormOf(context.clear)
  const field = useFields(form, 'context:clear')
  return (
    <FormDialog
      form={form}
      command={clear}
      request={(body) => ({ params: { id: event.id }, body, ifMatch: event.version })}
      title={t('clear.title')}
      action={t('clear.action')}
      onClose={onClose}
    >
      <Textarea {...field('reason')} autosize minRows={3} />
    </FormDialog>
  )
}
