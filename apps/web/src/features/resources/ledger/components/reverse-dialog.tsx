import { ledger, type LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useReverseEntry } from '../api.ts'

/** Undoes an entry by another, with a reason. */
export const ReverseDialog = ({ entry, onClose }: { entry: LedgerEntry; onClose: () => void }) => {
  const { t } = useTranslation('resources/ledger')
  const format = useFormat()
  const reverse = useReverseEntry()
  const form = useForm({ initialValues: { reason: '' }, validate: checkedBy(ledger.reverse.body) })
  const amount = format.quantity(entry.amount, entry.unit)
  return (
    <FormDialog
      form={form}
      command={reverse}
      request={(body) => ({ params: { id: entry.id }, body })}
      title={t('entry.reverseTitle')}
      action={t('entry.reverseAction', { amount })}
      onDone={() => {
        announce(t('entry.reverseDone'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm">
        {t(`entry.${entry.kind}`)} · {amount} · {format.day(entry.on)}. {t('entry.reverseHint')}
      </Text>
      <Textarea
        label={t('entry.reverseReason')}
        required
        data-autofocus
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
