import { type CeilingChange, ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useTakeBack } from '../api.ts'
import { useDelta } from './use-delta.ts'

/** Proposes to take back a transfer or carry-over, whole; someone else confirms it. */
export const TakeBackDialog = ({ change, onClose }: { change: CeilingChange; onClose: () => void }) => {
  const { t } = useTranslation('resources/envelopes')
  const deltaOf = useDelta()
  const takeBack = useTakeBack()
  const form = useFormOf(ceilings.reverse)
  const field = useFields(form, 'resources/envelopes:ceiling')
  return (
    <FormDialog
      form={form}
      command={takeBack}
      request={(body) => ({ params: { id: change.id }, body })}
      title={t('ceiling.takeBackTitle', { kind: t(`ceiling.kind.${change.kind}`) })}
      action={t('ceiling.takeBackAction', { delta: deltaOf(change) })}
      onDone={() => {
        announce(t('ceiling.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm">{change.reason}</Text>
      <Textarea {...field('reason')} data-autofocus autosize minRows={2} />
    </FormDialog>
  )
}
