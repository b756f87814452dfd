import { participation } from '@entente/shared/participation/contract'
import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useObject } from '../../../participation/api.ts'

/** Objects in the name of one's organization: the program waits for a written answer. */
export const PartnerObjection = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('shares/partner')
  const object = useObject()
  const form = useForm({ initialValues: { content: '' }, validate: checkedBy(participation.object.body) })
  return (
    <FormDialog
      form={form}
      command={object}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('objection.title')}
      action={t('objection.send')}
      onDone={() => {
        announce(t('objection.done'))
        onClose()
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('objection.content')}
        description={t('objection.hint')}
        required
        data-autofocus
        autosize
        minRows={4}
        maxLength={5000}
        {...form.getInputProps('content')}
      />
    </FormDialog>
  )
}
