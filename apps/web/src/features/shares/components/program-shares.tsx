import type { Share } from '@entente/shared/shares/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconPlus, IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { programSharesQuery, useRevokeShare } from '../api.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { NewLinkDialog } from './new-link-dialog.tsx'

const useColumns = (onRevoke: (share: Share) => void): Column<Share>[] => {
  const { t } = useTranslation('shares')
  const format = useFormat()
  return [
    {
      id: 'who',
      header: t('column.who'),
      isName: true,
      cell: ({ organization, hasPassword }) => organization?.name ?? t(hasPassword ? 'linkWithPassword' : 'kind.link'),
    },
    {
      id: 'parts',
      header: t('column.parts'),
      cell: ({ sections }) => format.list(sections.map((part) => t(`part.${part}`))),
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: (share) => <State share={share} />,
    },
    {
      id: 'by',
      header: t('column.by'),
      cell: ({ createdBy, createdAt }) => `${createdBy.name}, ${format.date(createdAt)}`,
    },
    {
      id: 'revoke',
      header: t('column.actions'),
      cell: (share) => (
        <ActionButton of={share} to="revoke" size="compact-xs" variant="default" onClick={() => onRevoke(share)}>
          {t('revoke.open')}
        </ActionButton>
      ),
    },
  ]
}

/** Whether it lets anyone in, until when, or why not. */
const State = ({ share: { active, lacks, revokedAt, expiresOn } }: { share: Share }) => {
  const { t } = useTranslation('shares')
  const format = useFormat()
  if (active) return <StatusBadge kind="proven">{t('state.active', { on: format.day(expiresOn) })}</StatusBadge>
  if (lacks.length > 0)
    return <StatusBadge kind="blocked">{t('state.lacking', { what: format.list(lacks) })}</StatusBadge>
  return <StatusBadge kind="neutral">{t(revokedAt === null ? 'state.expired' : 'state.revoked')}</StatusBadge>
}

type RevokeProps = { share: Share; onClose: () => void }

const RevokeDialog = ({ share, onClose }: RevokeProps) => {
  const { t } = useTranslation('shares')
  const revoke = useRevokeShare()
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('revoke.title')}
      action={t('revoke.action')}
      isBusy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate({ params: { id: share.id }, ifMatch: share.version }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('revoke.detail', { who: share.organization?.name ?? t('kind.link') })}
    </ConfirmDialog>
  )
}

/** Who may see the program from outside, what, and until when. */
export const ProgramShares = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('shares')
  const { data } = useSuspenseQuery(programSharesQuery(programId))
  const [isGranting, setIsGranting] = useState(false)
  const [url, setUrl] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<Share | null>(null)
  const grant = (
    <ActionButton
      of={data}
      to="grant"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsGranting(true)}
    >
      {t('grant.title')}
    </ActionButton>
  )
  return (
    <Section id="shares" title={t('title')} description={t('description')} actions={data.items.length > 0 && grant}>
      <DataTable
        caption={t('title')}
        isCaptionHidden
        columns={useColumns(setRevoking)}
        rows={data.items}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={IconShare} title={t('empty')} action={grant} />}
      />
      {isGranting && (
        <GrantDialog
          programId={programId}
          onClose={() => setIsGranting(false)}
          onLink={(link) => {
            setIsGranting(false)
            setUrl(link)
          }}
        />
      )}
      {url !== null && <NewLinkDialog url={url} onClose={() => setUrl(null)} />}
      {revoking !== null && <RevokeDialog share={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  )
}
