import { type Authorization, decisions } from '@entente/shared/decisions/contract'
import { Group, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../../lib/format/days.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { useConfirmAuthorization, useWithdrawAuthorization } from '../api.ts'

const kinds = {
  recorded: 'waiting',
  confirmed: 'proven',
  withdrawn: 'blocked',
} as const satisfies Record<Authorization['state'], StatusKind>

type Props = { authorization: Authorization }

/** Records that the Government withdrew an authorization; what follows from it is said before. */
const WithdrawDialog = ({ authorization, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation('decisions')
  const withdraw = useWithdrawAuthorization()
  const form = useFormOf(decisions.withdrawAuthorization, { start: { on: today() } })
  const field = useFields(form, 'decisions:authorization.withdrawal')
  return (
    <FormDialog
      form={form}
      command={withdraw}
      request={(body) => ({ params: { id: authorization.id }, body, ifMatch: authorization.version })}
      title={t('authorization.withdrawal.title', { number: authorization.number })}
      action={t('authorization.withdrawal.save')}
      isDangerous
      onClose={onClose}
    >
      <Text size="sm">{t('authorization.withdrawal.effect')}</Text>
      <TextInput {...field('on')} type="date" min={authorization.startsOn} max={authorization.endsOn} />
      <Textarea {...field('reason')} autosize minRows={3} />
      <DocumentField {...field('documentId')} kind="authorization" />
    </FormDialog>
  )
}

/** What happened to an authorization, and by whom. */
const Story = ({ authorization }: Props) => {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const { confirmedBy, confirmedAt, recordedBy, withdrawal } = authorization
  return (
    <>
      <Text size="xs" c="dimmed">
        {confirmedBy === null || confirmedAt === null
          ? t('authorization.recordedBy', { name: recordedBy.name })
          : t('authorization.confirmedBy', { name: confirmedBy.name, at: format.date(confirmedAt) })}
      </Text>
      {withdrawal !== null && (
        <>
          <Text size="xs">
            {t('authorization.withdrawal.said', { on: format.day(withdrawal.on), reason: withdrawal.reason })}
          </Text>
          <DocumentLink id={withdrawal.documentId} />
        </>
      )}
    </>
  )
}

/** Whether an authorization counts, who made it count or end, and what the reader may do about it. */
export const AuthorizationStanding = ({ authorization }: Props) => {
  const { t } = useTranslation('decisions')
  const confirm = useConfirmAuthorization()
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const { id, number, state, version } = authorization
  const vouch = () =>
    confirm.mutate(
      { params: { id }, body: {}, ifMatch: version },
      { onSuccess: () => announce(t('authorization.confirmed', { number })) },
    )
  return (
    <div>
      <StatusBadge kind={kinds[state]}>{t(`authorization.state.${state}`)}</StatusBadge>
      <Story authorization={authorization} />
      <Group gap="xs" mt={4}>
        {state === 'recorded' && (
          <ActionButton of={authorization} to="confirm" size="xs" loading={confirm.isPending} onClick={vouch}>
            {t('authorization.confirm')}
          </ActionButton>
        )}
        {authorization.can.includes('withdraw') && (
          <ActionButton
            of={authorization}
            to="withdraw"
            size="xs"
            variant="default"
            onClick={() => setIsWithdrawing(true)}
          >
            {t('authorization.withdraw')}
          </ActionButton>
        )}
      </Group>
      <ProblemAlert error={confirm.error} />
      {isWithdrawing && <WithdrawDialog authorization={authorization} onClose={() => setIsWithdrawing(false)} />}
    </div>
  )
}
