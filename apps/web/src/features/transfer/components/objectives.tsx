import type { TransferObjective } from '@entente/shared/transfer/contract'
import { Group, Text } from '@mantine/core'
import { IconPlus, IconTarget } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Allowed } from '../../../ui/feedback/why-not.tsx'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { ObjectiveDialog } from './objective-dialog.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

type Open = { what: 'edit' | 'verify'; objective?: TransferObjective }
type Props = { programId: string; objectives: readonly TransferObjective[]; of: Allowed<'addObjective'> }

const Verified = ({ objective }: { objective: TransferObjective }) => {
  const { t } = useTranslation('transfer')
  const format = useFormat()
  const { verifiedLevel: level, target, verifiedBy, verifiedAt, notReachedReason } = objective
  if (level === null) return <StatusBadge kind="waiting">{t('objective.toVerify')}</StatusBadge>
  return (
    <>
      <StatusBadge kind={level >= target ? 'proven' : 'over'}>{t(`level.${level}`)}</StatusBadge>
      <Text size="xs" c="dimmed">
        {verifiedBy?.name} {verifiedAt !== null && format.date(verifiedAt)}
      </Text>
      {notReachedReason !== null && <Text size="sm">{notReachedReason}</Text>}
    </>
  )
}

const useColumns = (open: (what: Open) => void): Column<TransferObjective>[] => {
  const { t } = useTranslation('transfer')
  return [
    { id: 'competence', header: t('objective.competence'), isName: true, cell: ({ competence }) => competence },
    { id: 'unit', header: t('objective.unit'), cell: ({ unit }) => unit },
    { id: 'baseline', header: t('objective.baseline'), cell: ({ baseline }) => t(`level.${baseline}`) },
    { id: 'target', header: t('objective.target'), cell: ({ target }) => t(`level.${target}`) },
    { id: 'method', header: t('objective.method'), cell: ({ verificationMethod }) => verificationMethod },
    { id: 'verified', header: t('objective.verified'), cell: (objective) => <Verified objective={objective} /> },
    {
      id: 'actions',
      header: t('actions'),
      cell: (objective) => (
        <Group gap={4} wrap="nowrap">
          <ActionButton
            of={objective}
            to="edit"
            size="compact-xs"
            variant="default"
            onClick={() => open({ what: 'edit', objective })}
          >
            {t('edit')}
          </ActionButton>
          <ActionButton
            of={objective}
            to="verify"
            size="compact-xs"
            onClick={() => open({ what: 'verify', objective })}
          >
            {t('verify.open')}
          </ActionButton>
        </Group>
      ),
    },
  ]
}

/** What the host makes its own: from which level, to which, and the level that was verified. */
export const Objectives = ({ programId, objectives, of }: Props) => {
  const { t } = useTranslation('transfer')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const add = (
    <ActionButton
      of={of}
      to="addObjective"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setOpen({ what: 'edit' })}
    >
      {t('objective.add')}
    </ActionButton>
  )
  return (
    <Section
      id="objectives"
      title={t('objective.heading')}
      description={t('objective.description')}
      actions={objectives.length > 0 && add}
    >
      <DataTable
        caption={t('objective.heading')}
        isCaptionHidden
        columns={useColumns(setOpen)}
        rows={objectives}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={IconTarget} title={t('objective.empty')} action={add} />}
      />
      {open?.what === 'edit' && <ObjectiveDialog programId={programId} objective={open.objective} onClose={close} />}
      {open?.what === 'verify' && open.objective !== undefined && (
        <VerifyDialog objective={open.objective} onClose={close} />
      )}
    </Section>
  )
}
