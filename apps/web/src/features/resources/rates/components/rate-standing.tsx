import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { useConfirmRate } from '../api.ts'

/** The act of a second person, for a rate that lies far from the last one. */
const Confirm = ({ of }: { of: ExchangeRate }) => {
  const { id, currency, rate } = of
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  const confirm = useConfirmRate()
  return (
    <>
      <ActionButton
        of={of}
        to="confirm"
        size="xs"
        mt={4}
        loading={confirm.isPending}
        aria-label={t('rate.confirmOf', { currency, rate: format.rate(rate) })}
        onClick={() =>
          confirm.mutate({ params: { id }, body: {} }, { onSuccess: () => announce(t('rate.confirmed', { currency })) })
        }
      >
        {t('rate.confirm')}
      </ActionButton>
      <ProblemAlert error={confirm.error} />
    </>
  )
}

/** Who recorded a rate and, where it surprises, who confirmed it or that it still waits for someone. */
export const RateStanding = ({ rate }: { rate: ExchangeRate }) => {
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  const { recordedBy, recordedAt, confirmation, confirmedBy, confirmedAt } = rate
  return (
    <div>
      {`${recordedBy.name}, ${format.dateTime(recordedAt)}`}
      {confirmation === 'awaited' && (
        <div>
          <StatusBadge kind="waiting">{t('rate.awaited')}</StatusBadge>
        </div>
      )}
      {confirmedBy !== null && confirmedAt !== null && (
        <Text size="xs" c="dimmed">
          {t('rate.confirmedBy', { name: confirmedBy.name, at: format.dateTime(confirmedAt) })}
        </Text>
      )}
      {confirmation === 'awaited' && <Confirm of={rate} />}
    </div>
  )
}
