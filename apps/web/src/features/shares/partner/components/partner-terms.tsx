import type { Terms } from '@entente/shared/safeguards/contract'
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { useAgreeTerms } from '../../../safeguards/api.ts'

/** Terms of reference proposed to my organization, to be read whole and agreed to. */
export const PartnerTerms = ({ terms }: { terms: Terms }) => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const agree = useAgreeTerms()
  const send = () =>
    agree.mutate(
      { params: { id: terms.id }, body: {}, ifMatch: terms.version },
      { onSuccess: () => announce(t('terms.done')) },
    )
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{terms.title}</Text>
        {terms.agreed === null ? (
          <StatusBadge kind="waiting">{t('terms.waiting')}</StatusBadge>
        ) : (
          <StatusBadge kind="proven">{t('terms.agreed', { on: format.day(terms.agreed.on) })}</StatusBadge>
        )}
      </Group>
      <Text maw="76ch" style={{ whiteSpace: 'pre-wrap' }}>
        {terms.content}
      </Text>
      <ProblemAlert error={agree.error} />
      {terms.agreed === null && (
        <Group>
          <ActionButton of={terms} to="agree" loading={agree.isPending} onClick={send}>
            {t('terms.agree')}
          </ActionButton>
        </Group>
      )}
    </Stack>
  )
}
