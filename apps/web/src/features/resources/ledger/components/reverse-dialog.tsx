import { ledger, type LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useReverseEntry } from '../api.ts'

/** Undoes an entry by another, with a reason. */
export const ReverseDialog = ({ entry, onClose }: { entry: LedgerEntry; onClose: () => void }) => {
  const { t } = useTranslation('resources/ledger')
  const format = useFormat()
  const reverse = useReverseEntry()
  const form = useFormOf(ledger.reverse)
  const field = useFields(form, 'resources/ledger:')
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
      <Textarea {...field('reason', t('entry.reverseReason'))} data-autofocus autosize minRows={2} />
    </FormDialog>
  )
}
