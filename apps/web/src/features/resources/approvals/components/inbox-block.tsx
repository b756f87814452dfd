import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { useDecideAllocation } from '../api.ts'
import { InboxLine } from './inbox-line.tsx'
import styles from './inbox-line.module.css'
import { DecisionRefusal } from './decision-refusal.tsx'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { ReasonDialog } from '../../rules/components/reason-dialog.tsx'
import { WaitingMark } from './waiting-mark.tsx'
import { useDecision } from './use-decision.ts'
import { useTotals } from '../../requests/components/use-totals.ts'

type Props = { item: InboxItem; onDecided: (allocation: Allocation) => void }
type Outcome = 'approved' | 'returned' | 'refused'

const Head = ({ item: { allocation, withinLimit, onBehalfOf, waiting, stepId } }: Pick<Props, 'item'>) => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const format = useFormat()
  const { program } = allocation
  const step = allocation.steps.find(({ id }) => id === stepId)
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div>
        <Title order={2} size="h3" id={`${allocation.id}-title`}>
          {program === null ? (
            t('general')
          ) : (
            <Link to={paths.program.href(program.id)}>
              {program.reference} · {format.text(program.title)}
            </Link>
          )}
        </Title>
        <Text>{allocation.justification}</Text>
        <Text size="sm" c="dimmed">
          {t('card.asked', {
            name: allocation.requestedBy.name,
            at: format.date(allocation.submittedAt ?? allocation.createdAt),
          })}{' '}
          · {t('card.neededOn', { on: format.day(allocation.neededOn) })}
          {step !== undefined && step.name !== null && ` · ${t('step.of', { name: format.text(step.name) })}`}
        </Text>
      </div>
      <Group gap="xs">
        <WaitingMark waiting={waiting} />
        {onBehalfOf !== null && (
          <StatusBadge kind="waiting">{t('decide.onBehalfOf', { name: onBehalfOf.name })}</StatusBadge>
        )}
        {withinLimit ? (
          <StatusBadge kind="proven">{t('decide.withinLimit')}</StatusBadge>
        ) : (
          <StatusBadge kind="blocked">{t('decide.overLimit')}</StatusBadge>
        )}
      </Group>
    </Group>
  )
}

/** Other requests of the last weeks that with this one exceed a limit each stays under. */
const Split = ({ item: { split } }: Pick<Props, 'item'>) => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const format = useFormat()
  if (split === null) return null
  const { unit, total, limit, count, others } = split
  return (
    <div>
      <StatusBadge kind="waiting">
        {t('decide.split', { total: format.quantity(total, unit), limit: format.quantity(limit, unit) })}
      </StatusBadge>
      <ul>
        {others.map(({ allocationId, asked, submittedOn }) => (
          <li key={allocationId}>
            <Link to={`${paths.allocations.href()}?allocation=${allocationId}`}>
              {t('decide.splitOther', { asked: format.quantity(asked, unit), on: format.day(submittedOn) })}
            </Link>
          </li>
        ))}
        {count > others.length && <li>{t('decide.splitMore', { count: count - others.length })}</li>}
      </ul>
    </div>
  )
}

/** One request to decide, all its lines in sight: approve, approve for less, return or refuse. */
export const InboxBlock = ({ item, onDecided }: Props) => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const totals = useTotals()
  const decision = useDecision(item)
  const decide = useDecideAllocation(onDecided)
  const [asking, setAsking] = useState<'returned' | 'refused' | null>(null)
  const { allocation, stepId, lines } = item
  const whyNot = allocation.cannot.decide
  const send = (outcome: Outcome, reason?: string, lineId = '') =>
    decide.mutate({
      params: { id: allocation.id },
      body: {
        stepId,
        outcome,
        ...(reason !== undefined && { reason }),
        ...(outcome === 'approved' && { lines: decision.choices() }),
        ...(outcome === 'returned' && lineId !== '' && { lines: [{ lineId, outcome, reason }] }),
      },
      ifMatch: allocation.version,
    })
  const ask = (outcome: 'returned' | 'refused') => {
    decide.reset()
    setAsking(outcome)
  }
  const total = totals(decision.granted)
  return (
    <Paper
      component="article"
      withBorder
      p="md"
      id={allocation.id}
      tabIndex={-1}
      className={styles.block}
      aria-labelledby={`${allocation.id}-title`}
    >
      <Stack gap="sm">
        <Head item={item} />
        <Split item={item} />
        {lines.map((line) => (
          <InboxLine key={line.line.id} item={line} decision={decision} />
        ))}
        {asking === null && <DecisionRefusal programId={allocation.programId} error={decide.error} />}
        {whyNot !== undefined && (
          <Text size="sm" ta="right">
            {whyNot}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="blocked" onClick={() => ask('refused')}>
            {t('decide.refuse')}
          </Button>
          <Button variant="default" onClick={() => ask('returned')}>
            {t('decide.return')}
          </Button>
          <ActionButton
            of={allocation}
            to="decide"
            loading={decide.isPending && asking === null}
            disabled={!decision.isValid || total === ''}
            onClick={() => send('approved')}
          >
            {t(decision.isLess ? 'decide.approveLess' : 'decide.approve', { total })}
          </ActionButton>
        </Group>
      </Stack>
      {asking !== null && (
        <ReasonDialog
          outcome={asking}
          isBusy={decide.isPending}
          error={decide.error}
          {...(asking === 'returned' && { lines: allocation.lines })}
          onConfirm={(reason, lineId) => send(asking, reason, lineId)}
          onClose={() => setAsking(null)}
        />
      )}
    </Paper>
  )
}
