import { participation } from '@entente/shared/participation/contract'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useObject } from '../../../participation/api.ts'

/** Objects in the name of one's organization: the program waits for a written answer. */
export const PartnerObjection = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('shares/partner')
  const object = useObject()
  const form = useFormOf(participation.object)
  const field = useFields(form, 'shares/partner:objection')
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
        {...field('content')}
        description={t('objection.hint')}
        data-autofocus
        autosize
        minRows={4}
        maxLength={5000}
      />
    </FormDialog>
  )
}
