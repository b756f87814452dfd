import type { Delegation } from '@entente/shared/resources/delegations/contract'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { sessionQuery } from '../../../users/api.ts'
import { delegationsQuery, useRevokeDelegation } from '../api.ts'
import { DelegationDialog } from './delegation-dialog.tsx'

/** Says for whom one decides today, besides oneself. */
export const DelegationBanner = () => {
  const { t } = useTranslation(['resources/delegations', 'resources/rates'])
  const format = useFormat()
  const { data } = useSuspenseQuery(delegationsQuery())
  const { data: session } = useSuspenseQuery(sessionQuery)
  const givers = data.items.filter(({ inForce, to }) => inForce && to.id === session?.user.id)
  if (givers.length === 0) return null
  return (
    <Alert color="waiting" title={t('delegation.banner', { names: format.list(givers.map(({ from }) => from.name)) })}>
      {givers.map(({ id, startsOn, endsOn, reason }) => (
        <div key={id}>
          {t('delegation.days', { from: format.day(startsOn), to: format.day(endsOn) })} · {reason}
        </div>
      ))}
    </Alert>
  )
}

const RevokeDialog = ({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) => {
  const { t } = useTranslation(['resources/delegations', 'resources/rates'])
  const revoke = useRevokeDelegation()
  const send = () =>
    revoke.mutate(
      { params: { id: delegation.id }, body: {}, ifMatch: delegation.version },
      {
        onSuccess: () => {
          announce(t('delegation.revoked'))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      isOpen
      title={t('delegation.revokeTitle')}
      action={t('delegation.revokeAction')}
      isBusy={revoke.isPending}
      error={revoke.error}
      onConfirm={send}
      onClose={onClose}
    >
      <Text size="sm">{t('delegation.revokeHint', { to: delegation.to.name })}</Text>
    </ConfirmDialog>
  )
}

const Item = ({ delegation, onRevoke }: { delegation: Delegation; onRevoke: () => void }) => {
  const { t } = useTranslation(['resources/delegations', 'resources/rates'])
  const format = useFormat()
  const { from, to, startsOn, endsOn, units, limitMoney, limitDays, inForce } = delegation
  const limits = [
    ...(limitMoney === null ? [] : [format.quantity(limitMoney, 'CAD')]),
    ...(limitDays === null ? [] : [format.quantity(limitDays, 'staffDay')]),
  ]
  const words = format.list(units.map((unit) => t(`unit.${unit}`)))
  return (
    <li>
      <Group gap="xs">
        <Text fw={600}>{t('delegation.says', { from: from.name, to: to.name })}</Text>
        <StatusBadge kind={inForce ? 'proven' : 'waiting'}>
          {t(inForce ? 'delegation.inForce' : 'delegation.ahead')}
        </StatusBadge>
        <ActionButton of={delegation} to="revoke" variant="default" size="xs" onClick={onRevoke}>
          {t('delegation.revoke')}
        </ActionButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('delegation.days', { from: format.day(startsOn), to: format.day(endsOn) })} ·{' '}
        {limits.length === 0 ? words : t('delegation.bounds', { units: words, limit: format.list(limits) })} ·{' '}
        {delegation.reason}
      </Text>
    </li>
  )
}

/** Who decides for whom, and the way to delegate one's own approvals. */
export const Delegations = () => {
  const { t } = useTranslation(['resources/delegations', 'resources/rates'])
  const { data } = useSuspenseQuery(delegationsQuery())
  const [open, setOpen] = useState<Delegation | 'new' | null>(null)
  return (
    <Section
      id="delegations"
      title={t('delegation.title')}
      description={t('delegation.description')}
      actions={
        <Button variant="default" onClick={() => setOpen('new')}>
          {t('delegation.give')}
        </Button>
      }
    >
      {data.items.length === 0 && <Text c="dimmed">{t('delegation.none')}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.items.map((delegation) => (
          <Item key={delegation.id} delegation={delegation} onRevoke={() => setOpen(delegation)} />
        ))}
      </Stack>
      {open === 'new' && <DelegationDialog delegates={data.delegates} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <RevokeDialog delegation={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
