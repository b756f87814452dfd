import type { Decision } from '@entente/shared/decisions/contract'
import { Group, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { Letter } from './letter.tsx'

const kinds = {
  accept: 'proven',
  acceptWithConditions: 'proven',
  defer: 'waiting',
  decline: 'blocked',
  redirect: 'neutral',
} as const satisfies Record<Decision['outcome'], StatusKind>

/** What was decided, by whom, why; latest first. */
export const DecisionList = ({ decisions }: { decisions: readonly Decision[] }) => {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  return (
    <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {decisions.map((decision) => (
        <li key={decision.id}>
          <Group gap="xs">
            <StatusBadge kind={kinds[decision.outcome]}>{t(`decided.${decision.outcome}`)}</StatusBadge>
            <Text size="sm" c="dimmed">
              {t('by', { name: decision.decidedBy.name, at: format.dateTime(decision.decidedAt) })}
            </Text>
            {decision.letter !== null && <Letter letter={decision.letter} />}
          </Group>
          {decision.redirectedTo !== null && <Text size="sm">{t('towards', { body: decision.redirectedTo })}</Text>}
          {decision.plan !== null && (
            <Text size="sm" c="dimmed">
              {t('plan', { money: format.money(decision.plan.money), days: format.staffDays(decision.plan.days) })}
            </Text>
          )}
          {decision.zeroPlanReason !== null && (
            <Text size="sm">{t('zeroPlan', { reason: decision.zeroPlanReason })}</Text>
          )}
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {decision.reason}
          </Text>
          {decision.conditions.length > 0 && (
            <List size="sm" mt={4}>
              {decision.conditions.map((condition) => (
                <List.Item key={condition}>{condition}</List.Item>
              ))}
            </List>
          )}
        </li>
      ))}
    </Stack>
  )
}
