import { type CeilingChange, ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { Group, Radio, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useDecideCeiling } from '../api.ts'
import { useChangeKind } from './use-change-kind.ts'
import { useDelta } from './use-delta.ts'
import { useEnvelopeName } from './use-envelope-name.ts'

type Values = { outcome: 'confirmed' | 'refused'; reason: string }
const bodyOf = ({ outcome, reason }: Values) => ({ outcome, ...(reason.trim() !== '' && { reason }) })

/** Confirms what someone else proposed for a ceiling, or refuses it with a reason. */
export const DecideChangeDialog = ({ change, onClose }: { change: CeilingChange; onClose: () => void }) => {
  const { t } = useTranslation(['resources/envelopes', 'resources/rates'])
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const deltaOf = useDelta()
  const kindOf = useChangeKind()
  const decide = useDecideCeiling()
  const form = useForm<Values>({
    initialValues: { outcome: 'confirmed', reason: '' },
    validate: (values) => checkedBy(ceilings.decide.body)(bodyOf(values)),
  })
  const { outcome } = form.values
  return (
    <FormDialog
      form={form}
      command={decide}
      request={(values) => ({ params: { id: change.id }, body: bodyOf(values), ifMatch: change.version })}
      title={t('ceiling.decideTitle', { name: nameOf(change.envelope) })}
      action={t(`ceiling.action.${outcome}`, { delta: deltaOf(change) })}
      isDangerous={outcome === 'refused'}
      onDone={() => {
        announce(t(`ceiling.done.${outcome}`))
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm" fw={600}>
        {kindOf(change)} · {deltaOf(change)}
        {change.effectiveOn !== null && ` · ${t('period.from', { from: format.day(change.effectiveOn) })}`}
      </Text>
      <Text size="sm">{change.reason}</Text>
      <Text size="sm" c="dimmed">
        {t('ceiling.proposedBy', { name: change.proposedBy.name, at: format.dateTime(change.proposedAt) })}
      </Text>
      <Radio.Group label={t('ceiling.outcome')} {...form.getInputProps('outcome')}>
        <Group gap="md" mt={4}>
          <Radio value="confirmed" label={t('ceiling.outcomes.confirmed')} />
          <Radio value="refused" label={t('ceiling.outcomes.refused')} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t(outcome === 'refused' ? 'ceiling.why' : 'ceiling.note')}
        required={outcome === 'refused'}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
