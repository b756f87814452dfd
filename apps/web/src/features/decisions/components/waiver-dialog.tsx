import { decisions } from '@entente/shared/decisions/contract'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, choiceOf } from '../../../lib/form/form.ts'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useProposeWaiver } from '../api.ts'

type Props = {
  programId: string
  gate: { id: string; message: string; waivedBy: readonly string[] }
  onClose: () => void
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Asks another person to lift a gate for a while: why, until when, on which evidence. */
export const WaiverDialog = ({ programId, gate, onClose }: Props) => {
  const { t } = useTranslation(['decisions', 'users'])
  const format = useFormat()
  const propose = useProposeWaiver()
  const form = useForm({
    initialValues: { gateId: gate.id, reason: '', expiresOn: dayIn(30), evidenceDocumentId: '' },
    validate: checkedBy(decisions.proposeWaiver.body),
  })
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('decisions:waiver.ask', { gate: gate.id })}
      action={t('decisions:waiver.send')}
      onClose={onClose}
    >
      <Text size="sm">{gate.message}</Text>
      <Text size="sm" c="dimmed">
        {t('decisions:waiver.by', { roles: format.list(gate.waivedBy.map((role) => t(`users:role.${role}`))) })}
      </Text>
      <Textarea
        label={t('decisions:waiver.reason')}
        description={t('decisions:waiver.reasonHint', { count: form.values.reason.trim().length })}
        required
        autosize
        minRows={4}
        {...form.getInputProps('reason')}
      />
      <TextInput
        type="date"
        label={t('decisions:waiver.until')}
        description={t('decisions:waiver.untilHint')}
        max={dayIn(90)}
        required
        {...form.getInputProps('expiresOn')}
      />
      <DocumentField
        label={t('decisions:waiver.evidence')}
        kind="other"
        isRequired
        {...choiceOf(form, 'evidenceDocumentId')}
      />
    </FormDialog>
  )
}
