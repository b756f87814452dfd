import type { Allocation, AllocationLine } from '@entente/shared/resources/requests/allocation-contract'
import { isApproved } from '@entente/shared/resources/requests/workflow'
import { Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../../ui/feedback/why-not.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ConvertedNote } from '../../rates/components/converted-note.tsx'
import { Period } from '../../requests/components/period.tsx'
import { leftFor, RecordDialog, type RecordKind } from './record-dialog.tsx'
import { ownProfile, useLineEnvelope } from '../../envelopes/components/use-envelope-name.ts'

type Recording = { line: AllocationLine; kind: RecordKind }
type ActionsProps = { allocation: Allocation; line: AllocationLine; onRecord: (recording: Recording) => void }

const kinds = ['commitment', 'expense', 'release'] as const

const LineActions = ({ allocation, line, onRecord }: ActionsProps) => {
  const { t } = useTranslation(['resources/ledger', 'resources/requests'])
  const open = kinds.filter((kind) => /[1-9]/.test(leftFor(line, kind)))
  return (
    <Group gap={4} justify="flex-end">
      {open.map((kind) => (
        <ActionButton
          of={allocation}
          to="record"
          key={kind}
          size="compact-sm"
          variant="light"
          aria-label={t('record.of', { action: t(`record.open.${kind}`), line: line.description })}
          onClick={() => onRecord({ line, kind })}
        >
          {t(`record.open.${kind}`)}
        </ActionButton>
      ))}
    </Group>
  )
}

const Approved = ({ line }: { line: AllocationLine }) => {
  const { t } = useTranslation(['resources/ledger', 'resources/requests'])
  const format = useFormat()
  if (line.outcome === 'refused') return <StatusBadge kind="blocked">{t('line.refused')}</StatusBadge>
  return line.approved === null ? '–' : format.quantity(line.approved, line.unit)
}

const useColumns = (isDecided: boolean): Column<AllocationLine>[] => {
  const { t } = useTranslation(['resources/ledger', 'resources/requests'])
  const format = useFormat()
  const nameOf = useLineEnvelope()
  const amount = (id: 'asked' | 'reserved' | 'committed' | 'spent'): Column<AllocationLine> => ({
    id,
    header: t(`line.${id}`),
    numeric: true,
    cell: (line) => (
      <>
        {format.quantity(line[id], line.unit)}
        {id === 'asked' && <ConvertedNote original={line.original} />}
      </>
    ),
  })
  return [
    {
      id: 'description',
      header: t('line.description'),
      isName: true,
      cell: (line) => (
        <>
          {line.description}
          <Text component="div" size="xs" c="dimmed" fw={400}>
            <Link to={`${paths.ledger.href()}?envelopeId=${line.envelopeId}`}>{nameOf(line)}</Link>
            {ownProfile(line) !== null && ` · ${ownProfile(line)}`}
          </Text>
          {line.outcome === 'returned' && <StatusBadge kind="waiting">{t('line.returned')}</StatusBadge>}
          {line.reason !== null && (
            <Text component="div" size="sm" fw={400}>
              {line.reason}
            </Text>
          )}
        </>
      ),
    },
    { id: 'period', header: t('line.period'), cell: (line) => <Period from={line.from} to={line.to} /> },
    amount('asked'),
    ...(isDecided
      ? [
          {
            id: 'approved',
            header: t('line.approved'),
            numeric: true,
            cell: (line: AllocationLine) => <Approved line={line} />,
          },
          amount('reserved'),
          amount('committed'),
          amount('spent'),
        ]
      : []),
  ]
}

/** The lines of a request with what became of each, and what can be recorded on it. */
export const AllocationLines = ({ allocation }: { allocation: Allocation }) => {
  const { t } = useTranslation(['resources/ledger', 'resources/requests'])
  const [recording, setRecording] = useState<Recording | null>(null)
  const columns = useColumns(isApproved(allocation))
  const actions: Column<AllocationLine> = {
    id: 'actions',
    header: t('line.actions'),
    numeric: true,
    cell: (line) => <LineActions allocation={allocation} line={line} onRecord={setRecording} />,
  }
  return (
    <>
      <DataTable
        caption={t('line.caption', { purpose: allocation.justification })}
        isCaptionHidden
        columns={isApproved(allocation) && isNamed(allocation, 'record') ? [...columns, actions] : columns}
        rows={allocation.lines}
        rowKey={({ id }) => id}
      />
      {recording !== null && <RecordDialog allocation={allocation} {...recording} onClose={() => setRecording(null)} />}
    </>
  )
}
