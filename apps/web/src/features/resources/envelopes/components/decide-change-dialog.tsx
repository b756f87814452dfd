import { type CeilingChange, ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { Group, Radio, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useDecideCeiling } from '../api.ts'
import { useChangeKind } from './use-change-kind.ts'
import { useDelta } from './use-delta.ts'
import { useEnvelopeName } from './use-envelope-name.ts'

/** Confirms what someone else proposed for a ceiling, or refuses it with a reason. */
export const DecideChangeDialog = ({ change, onClose }: { change: CeilingChange; onClose: () => void }) => {
  const { t } = useTranslation(['resources/envelopes', 'resources/rates'])
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const deltaOf = useDelta()
  const kindOf = useChangeKind()
  const decide = useDecideCeiling()
  const form = useFormOf(ceilings.decide)
  const field = useFields(form, 'resources/envelopes:ceiling')
  const { outcome } = form.values
  return (
    <FormDialog
      form={form}
      command={decide}
      request={(body) => ({ params: { id: change.id }, body, ifMatch: change.version })}
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
      <Radio.Group {...field('outcome')}>
        <Group gap="md" mt={4}>
          <Radio value="confirmed" label={t('ceiling.outcomes.confirmed')} />
          <Radio value="refused" label={t('ceiling.outcomes.refused')} />
        </Group>
      </Radio.Group>
      <Textarea
        {...field('reason', t(outcome === 'refused' ? 'ceiling.why' : 'ceiling.note'))}
        required={outcome === 'refused'}
        autosize
        minRows={2}
      />
    </FormDialog>
  )
}
