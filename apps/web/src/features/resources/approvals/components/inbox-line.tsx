import type { InboxLine as Line } from '@entente/shared/resources/approvals/contract'
import { compare } from '@entente/shared/kernel/money'
import { Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { Waterfall } from '../../ledger/components/waterfall.tsx'
import { CapacityNote } from '../../../capacity/load/components/capacity-note.tsx'
import styles from './inbox-line.module.css'
import { ConvertedNote } from '../../rates/components/converted-note.tsx'
import { Period } from '../../requests/components/period.tsx'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'
import { askedIn, type Decision } from './use-decision.ts'
import { useLineEnvelope } from '../../envelopes/components/use-envelope-name.ts'

type Props = { item: Line; decision: Decision }

const PushedOut = ({ item, decision }: Props) => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const format = useFormat()
  const out = decision.pushedOut(item)
  if (out.length === 0) return null
  return (
    <div>
      <StatusBadge kind="waiting">{t('decide.pushedOut', { count: out.length })}</StatusBadge>
      <ul>
        {out.map((other) => (
          <li key={other.lineId}>
            <Link to={`${paths.allocations.href()}?allocation=${other.allocationId}`}>
              {other.reference ?? t('general')}
            </Link>{' '}
            · {other.description} ·{' '}
            <span className={styles.amount}>{format.quantity(other.asked, item.line.unit)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Marks = ({ item, decision }: Props) => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const fits = compare(decision.leftIn(item), '0') >= 0
  return (
    <Group gap="xs">
      {fits ? (
        <StatusBadge kind="proven">{t('decide.fits')}</StatusBadge>
      ) : (
        <StatusBadge kind="over">{t('decide.exceeds')}</StatusBadge>
      )}
      {item.blackoutOverlap && <StatusBadge kind="waiting">{t('decide.blackout')}</StatusBadge>}
    </Group>
  )
}

/** Whether those who know the subject have the days: said before anyone approves. */
const Capacity = ({ line: { unit, from, to, profile }, days }: { line: Line['line']; days: string }) =>
  unit === 'staffDay' && from !== null && to !== null ? (
    <CapacityNote profile={profile ?? ''} from={from} to={to} days={days} />
  ) : null

/** One line to decide: what it asks, what one grants, and its envelope before and after. */
export const InboxLine = ({ item, decision }: Props) => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const format = useFormat()
  const nameOf = useLineEnvelope()
  const { line, before } = item
  const { amount, reason } = decision.of(item)
  const { mark } = useUnitWords(line.unit)
  const differs = compare(askedIn(item), /^\d+(\.\d+)?$/.test(amount) ? amount : '0') !== 0
  return (
    <div className={styles.line}>
      <Stack gap="xs">
        <div>
          <Text fw={600}>{line.description}</Text>
          <Text size="sm" c="dimmed">
            {t('decide.asks', { asked: format.quantity(line.asked, line.unit) })}
            {line.profile !== null && ` · ${line.profile}`}
            {(line.from !== null || line.to !== null) && (
              <>
                {' · '}
                <Period from={line.from} to={line.to} />
              </>
            )}
          </Text>
        </div>
        <ConvertedNote original={line.original} />
        {line.approved !== null && (
          <Text size="sm">
            {t('decide.before', { granted: format.quantity(line.approved, line.unit) })}
            {line.reason !== null && ` · ${line.reason}`}
          </Text>
        )}
        <Marks item={item} decision={decision} />
        <Capacity line={line} days={amount} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <DecimalInput
            label={t('decide.granted')}
            aria-label={t('decide.grantedFor', { line: line.description })}
            unit={line.original?.currency ?? mark}
            value={amount}
            error={decision.faultOf(item)}
            onChange={(value) => decision.change(item, { amount: value })}
          />
          {differs && (
            <TextInput
              label={t('decide.lineReason')}
              aria-label={t('decide.lineReasonFor', { line: line.description })}
              value={reason}
              error={decision.reasonFaultOf(item)}
              onChange={(event) => decision.change(item, { reason: event.currentTarget.value })}
            />
          )}
        </SimpleGrid>
        <PushedOut item={item} decision={decision} />
      </Stack>
      <Waterfall
        title={nameOf(line)}
        unit={line.unit}
        ceiling={before.ceiling}
        spent={before.spent}
        committed={before.committed}
        reserved={before.reserved}
        decision={decision.takenFrom(item)}
      />
    </div>
  )
}
