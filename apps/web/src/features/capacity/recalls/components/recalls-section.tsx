import { type Recall, recallOutcome } from '@entente/shared/capacity/recalls/contract'
import { Group, SegmentedControl, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useElectionName } from '../../../calendar/components/use-election-name.ts'
import { recallsQuery, useDecideRecall } from '../api.ts'
import { useDaysWords } from '../../staff/components/use-days-words.ts'

const keyOf = ({ election, activityId, bookingId }: Recall) => `${election.id} ${activityId ?? bookingId}`

const Decision = ({ recall }: { recall: Recall }) => {
  const { t } = useTranslation(['capacity/recalls', 'capacity/staff', 'capacity/load', 'capacity/bookings'])
  const format = useFormat()
  const { decision, isLate, decideBy } = recall
  if (decision === null)
    return (
      <StatusBadge kind={isLate ? 'over' : 'waiting'}>
        {t(isLate ? 'recall.late' : 'recall.toDecide', { by: format.dateTime(decideBy) })}
      </StatusBadge>
    )
  return (
    <div>
      <StatusBadge kind={decision.outcome === 'recalled' ? 'blocked' : 'proven'}>
        {t(`recall.outcome.${decision.outcome}`)}
      </StatusBadge>
      <Text component="div" size="sm" c="dimmed">
        {t('recall.by', { name: decision.by.name, reason: decision.reason })}
      </Text>
    </div>
  )
}

const useColumns = (onDecide: (recall: Recall) => void): Column<Recall>[] => {
  const { t } = useTranslation(['capacity/recalls', 'capacity/staff', 'capacity/load', 'capacity/bookings'])
  const nameOf = useElectionName()
  const daysWords = useDaysWords()
  return [
    {
      id: 'what',
      header: t('recall.what'),
      isName: true,
      cell: ({ title, href, activityId }) => (
        <>
          <Link to={href}>{title}</Link>
          <Text component="div" size="sm" fw={400} c="dimmed">
            {t(activityId === null ? 'recall.booking' : 'recall.mission')}
          </Text>
        </>
      ),
    },
    {
      id: 'people',
      header: t('recall.people'),
      cell: ({ people }) => (
        <Group gap={6}>
          {people.map(({ name }) => name).join(', ') || '–'}
          {people.some(({ critical }) => critical) && <StatusBadge kind="blocked">{t('critical')}</StatusBadge>}
        </Group>
      ),
    },
    { id: 'program', header: t('field.program'), cell: ({ program }) => program?.reference ?? '–' },
    {
      id: 'when',
      header: t('period'),
      cell: ({ from, to }) => {
        const day = from ?? to
        return day === null ? '–' : daysWords({ from: day, to: to ?? day })
      },
    },
    { id: 'election', header: t('recall.election'), cell: ({ election }) => nameOf(election) },
    { id: 'decision', header: t('recall.decision'), cell: (recall) => <Decision recall={recall} /> },
    {
      id: 'do',
      header: t('find.action'),
      cell: (recall) => (
        <ActionButton
          of={recall}
          to="decide"
          size="compact-sm"
          variant="light"
          aria-label={t('recall.decideFor', { title: recall.title })}
          onClick={() => onDecide(recall)}
        >
          {t('booking.do.decide')}
        </ActionButton>
      ),
    },
  ]
}

const RecallDialog = ({ recall, onClose }: { recall: Recall; onClose: () => void }) => {
  const { t } = useTranslation(['capacity/recalls', 'capacity/staff', 'capacity/load', 'capacity/bookings'])
  const [outcome, setOutcome] = useState<'recalled' | 'kept'>('recalled')
  const [reason, setReason] = useState('')
  const decide = useDecideRecall()
  const { election, activityId, bookingId, title } = recall
  const subject = activityId === null ? { bookingId: bookingId ?? '' } : { activityId }
  const send = () =>
    decide.mutate(
      { params: { id: election.id }, body: { ...subject, outcome, reason } },
      {
        onSuccess: () => {
          announce(t('recall.done'))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      isOpen
      title={t('recall.decideTitle')}
      action={t(`recall.action.${outcome}`)}
      isBusy={decide.isPending}
      isDisabled={reason.trim() === ''}
      error={decide.error}
      onConfirm={send}
      onClose={onClose}
    >
      <Text size="sm">{title}</Text>
      <SegmentedControl
        aria-label={t('recall.decideTitle')}
        value={outcome}
        data={recallOutcome.options.map((value) => ({ value, label: t(`recall.action.${value}`) }))}
        onChange={setOutcome}
      />
      <Textarea
        label={t('booking.reason')}
        description={t('recall.forGood')}
        required
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

/** Missions and bookings that await a decision since an election was called by surprise; nothing while none was. */
export const RecallsSection = () => {
  const { t } = useTranslation(['capacity/recalls', 'capacity/staff', 'capacity/load', 'capacity/bookings'])
  const { data, error, refetch } = useQuery(recallsQuery())
  const [open, setOpen] = useState<Recall | null>(null)
  const columns = useColumns(setOpen)
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.length === 0) return null
  const left = data.filter(({ decision }) => decision === null).length
  return (
    <Section id="recalls" title={t('recall.title', { count: left })} description={t('recall.says')}>
      <DataTable caption={t('recall.caption')} isCaptionHidden columns={columns} rows={data} rowKey={keyOf} />
      {open !== null && <RecallDialog recall={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
