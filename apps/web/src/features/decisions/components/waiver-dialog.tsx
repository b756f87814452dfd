import { decisions } from '@entente/shared/decisions/contract'
import { lettersIn } from '@entente/shared/kernel/text'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { addDays, today } from '../../../lib/format/days.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useProposeWaiver } from '../api.ts'

type Props = {
  programId: string
  gate: { id: string; message: string; waivedBy: readonly string[] }
  /** For a gate that is asked of each person: whom it would let be away, and on which days. */
  absence?: { staffId: string; name: string; from: string; to: string }
  onClose: () => void
}

/** Asks another person to lift a gate for a while: why, until when, on which evidence. */
export const WaiverDialog = ({ programId, gate, absence, onClose }: Props) => {
  const { t } = useTranslation(['decisions', 'users'])
  const format = useFormat()
  const propose = useProposeWaiver()
  const form = useFormOf(decisions.proposeWaiver, {
    start: {
      gateId: gate.id,
      expiresOn: addDays(today(), 30),
      ...(absence !== undefined && { absence: { staffId: absence.staffId, from: absence.from, to: absence.to } }),
    },
  })
  const field = useFields(form, 'decisions:waiver')
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
      {absence !== undefined && (
        <Text size="sm" fw={600}>
          {t('decisions:waiver.absence', {
            name: absence.name,
            from: format.day(absence.from),
            to: format.day(absence.to),
          })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('decisions:waiver.by', { roles: format.list(gate.waivedBy.map((role) => t(`users:role.${role}`))) })}
      </Text>
      <Textarea
        {...field('reason')}
        description={t('decisions:waiver.reasonHint', { count: lettersIn(form.values.reason) })}
        autosize
        minRows={4}
      />
      <TextInput
        {...field('expiresOn', t('decisions:waiver.until'))}
        type="date"
        description={t('decisions:waiver.untilHint')}
        max={addDays(today(), 90)}
      />
      <DocumentField {...field('evidenceDocumentId', t('decisions:waiver.evidence'))} kind="other" />
    </FormDialog>
  )
}
