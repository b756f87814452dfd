import type { CeilingChange } from '@entente/shared/resources/envelopes/ceiling-contract'
import { isConfirmed, isDecided } from '@entente/shared/resources/envelopes/workflow'
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { DecideChangeDialog } from './decide-change-dialog.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { useChangeKind } from './use-change-kind.ts'
import { useDelta } from './use-delta.ts'
import { useEnvelopeName } from './use-envelope-name.ts'

const kinds = { proposed: 'waiting', confirmed: 'proven', refused: 'blocked' } as const

type Open = { change: CeilingChange; action: 'decide' | 'reverse' }

/** Who proposed what stands here, who decided it, and who takes it back. */
const Acts = ({ change }: { change: CeilingChange }) => {
  const { proposedBy, proposedAt, decidedBy, decidedAt, takenBack } = change
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const acts = [
    t('ceiling.proposedBy', { name: proposedBy.name, at: format.dateTime(proposedAt) }),
    isDecided(change) &&
      decidedBy !== null &&
      decidedAt !== null &&
      t(`ceiling.decidedBy.${change.state}`, { name: decidedBy.name, at: format.dateTime(decidedAt) }),
    takenBack !== null &&
      t(`ceiling.takenBack.${takenBack.state}`, { name: takenBack.by.name, at: format.dateTime(takenBack.at) }),
  ]
  return acts
    .filter((act) => act !== false)
    .map((act) => (
      <Text key={act} size="xs" c="dimmed">
        {act}
      </Text>
    ))
}

const Standing = ({ change, onOpen }: { change: CeilingChange; onOpen: (open: Open) => void }) => {
  const { t } = useTranslation('resources/envelopes')
  const { state, takenBack } = change
  return (
    <div>
      {takenBack !== null && isConfirmed(takenBack) ? (
        <StatusBadge kind="neutral">{t('ceiling.state.takenBack')}</StatusBadge>
      ) : (
        <StatusBadge kind={kinds[state]}>{t(`ceiling.state.${state}`)}</StatusBadge>
      )}
      <Acts change={change} />
      <ActionButton of={change} to="decide" size="xs" mt={4} onClick={() => onOpen({ change, action: 'decide' })}>
        {t('ceiling.decide')}
      </ActionButton>
      <ActionButton
        of={change}
        to="reverse"
        variant="subtle"
        size="compact-xs"
        onClick={() => onOpen({ change, action: 'reverse' })}
      >
        {t('ceiling.takeBack')}
      </ActionButton>
    </div>
  )
}

const useColumns = (onOpen: (open: Open) => void, of: string | undefined): Column<CeilingChange>[] => {
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const deltaOf = useDelta()
  const kindOf = useChangeKind()
  const envelope: Column<CeilingChange> = {
    id: 'envelope',
    header: t('ceiling.column.envelope'),
    isName: true,
    cell: (change) => (
      <Link to={`${paths.ledger.href()}?envelopeId=${change.envelope.id}`}>{nameOf(change.envelope)}</Link>
    ),
  }
  return [
    ...(of === undefined ? [envelope] : []),
    {
      id: 'change',
      header: t('ceiling.column.change'),
      numeric: true,
      cell: (change) => deltaOf(change, of),
    },
    {
      id: 'on',
      header: t('ceiling.column.on'),
      cell: ({ effectiveOn }) => (effectiveOn === null ? '–' : format.day(effectiveOn)),
    },
    {
      id: 'reason',
      header: t('ceiling.column.reason'),
      cell: (change) => (
        <div>
          {kindOf(change)}
          {change.from !== null &&
            ` ${change.from.id === of ? t('ceiling.to', { to: nameOf(change.envelope) }) : t('ceiling.toward', { from: nameOf(change.from) })}`}{' '}
          · {change.reason}
          {change.decisionReason !== null && (
            <Text size="xs" c="dimmed">
              {change.decisionReason}
            </Text>
          )}
        </div>
      ),
    },
    {
      id: 'state',
      header: t('ceiling.column.state'),
      cell: (change) => <Standing change={change} onOpen={onOpen} />,
    },
  ]
}

type Props = {
  changes: readonly CeilingChange[]
  /** The envelope whose page this is: what it gave counts against it. */
  of?: string
  /** What to say when there is no change. */
  none?: string
}

/** Changes of ceilings: what was proposed, by whom, and who confirmed or refused it. */
export const CeilingChanges = ({ changes, of, none }: Props) => {
  const { t } = useTranslation('resources/envelopes')
  const [open, setOpen] = useState<Open | null>(null)
  const columns = useColumns(setOpen, of)
  return (
    <>
      <DataTable
        caption={t('ceiling.caption')}
        isCaptionHidden
        columns={columns}
        rows={changes}
        rowKey={({ id }) => id}
        empty={<Text c="dimmed">{none ?? t('ceiling.opened')}</Text>}
      />
      {open?.action === 'decide' && <DecideChangeDialog change={open.change} onClose={() => setOpen(null)} />}
      {open?.action === 'reverse' && <TakeBackDialog change={open.change} onClose={() => setOpen(null)} />}
    </>
  )
}
