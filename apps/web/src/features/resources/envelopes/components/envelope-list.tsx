import { useQuery } from '@tanstack/react-query'
import { ceilingWorkflow } from '@entente/shared/resources/envelopes/workflow'
import { compare } from '@entente/shared/kernel/money'
import { Paper, SimpleGrid, Text } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { EnvelopeBar } from './envelope-bar.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { ceilingChangesQuery, envelopesQuery } from '../api.ts'
import { useDelta } from './use-delta.ts'
import { useEnvelopeName } from './use-envelope-name.ts'

/** Says that the ceiling an envelope was opened with waits for a second person. */
const Opening = ({ envelopeId }: { envelopeId: string }) => {
  const { t } = useTranslation('resources/envelopes')
  const deltaOf = useDelta()
  const { data = [] } = useQuery(ceilingChangesQuery({ state: ceilingWorkflow.initial }))
  const opening = data.find(({ kind, envelope }) => kind === 'opening' && envelope.id === envelopeId)
  return opening && <StatusBadge kind="waiting">{t('envelope.awaits', { ceiling: deltaOf(opening) })}</StatusBadge>
}

/** The envelopes of a fiscal year: how full each is, and the way to its ledger. */
export const EnvelopeList = ({ fiscalYear }: { fiscalYear: number }) => {
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const { data, error, isPending, refetch } = useQuery(envelopesQuery(fiscalYear))
  if (isPending) return <PanelSkeleton />
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState icon={IconCoins} title={t('envelope.none')} />
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {data.map((envelope) => (
        <Paper key={envelope.id} withBorder p="sm">
          <Text fw={600}>{nameOf(envelope)}</Text>
          <EnvelopeBar {...envelope} />
          <Opening envelopeId={envelope.id} />
          <Text size="sm" c="dimmed">
            {t('envelope.parts', {
              spent: format.quantity(envelope.spent, envelope.unit),
              committed: format.quantity(envelope.committed, envelope.unit),
              reserved: format.quantity(envelope.reserved, envelope.unit),
            })}{' '}
            {compare(envelope.held, '0') > 0 &&
              `${t('envelope.held', { held: format.quantity(envelope.held, envelope.unit) })} `}
            <Link to={`${paths.ledger.href()}?envelopeId=${envelope.id}`}>{t('envelope.ledger')}</Link>
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  )
}
