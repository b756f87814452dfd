import type { ContextEvent } from '@entente/shared/context/contract'
import { contextEffects, contextKinds } from '@entente/shared/context/options'
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconWorld } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { contextQuery } from '../api.ts'
import { ClearDialog, RaiseDialog } from './context-dialogs.tsx'

type ItemProps = { event: ContextEvent; onClear: () => void }

const EventItem = ({ event, onClear }: ItemProps) => {
  const { t } = useTranslation('context')
  const locale = useLocale()
  const format = useFormat()
  const { kind, happenedOn, source, note, raisedBy, raisedAt, clearing, can } = event
  return (
    <article>
      <Group gap="xs">
        <Text fw={600}>{contextKinds[kind][locale]}</Text>
        <StatusBadge kind={clearing === null ? 'blocked' : 'proven'}>
          {t(clearing === null ? 'open' : 'cleared')}
        </StatusBadge>
        {can.includes('clear') && (
          <Button size="xs" variant="default" onClick={onClear}>
            {t('clear.open')}
          </Button>
        )}
      </Group>
      {clearing === null && <Text size="sm">{contextEffects[contextKinds[kind].effect][locale]}</Text>}
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {note}
      </Text>
      <Text size="xs" c="dimmed">
        {t('known', { on: format.day(happenedOn), source, by: raisedBy.name, at: format.date(raisedAt) })}
      </Text>
      {clearing !== null && (
        <Text size="sm" mt={4}>
          {t('clearedBy', { reason: clearing.reason, by: clearing.by.name, at: format.date(clearing.at) })}
        </Text>
      )}
    </article>
  )
}

/** What happened around a program and changed what it rests on: with what follows from it, and how it was dealt with. */
export const ContextPanel = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('context')
  const { data } = useSuspenseQuery(contextQuery(programId))
  const [open, setOpen] = useState<ContextEvent | 'new' | null>(null)
  const close = () => setOpen(null)
  const raise = data.can.includes('raise') && (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen('new')}>
      {t('raise.open')}
    </Button>
  )
  return (
    <Section id="context" title={t('title')} description={t('description')} actions={data.items.length > 0 && raise}>
      {data.items.length === 0 && <EmptyState icon={IconWorld} title={t('empty')} action={raise} />}
      <Stack gap="md">
        {data.items.map((event) => (
          <EventItem key={event.id} event={event} onClear={() => setOpen(event)} />
        ))}
      </Stack>
      {open === 'new' && <RaiseDialog programId={programId} onClose={close} />}
      {open !== null && open !== 'new' && <ClearDialog event={open} onClose={close} />}
    </Section>
  )
}
