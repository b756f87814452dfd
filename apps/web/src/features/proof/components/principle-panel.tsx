import type { ProgramSummary } from '@entente/shared/programs/contract'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import type { PopupTrigger } from '../../../ui/layer/lazy-popup.tsx'
import { PopupPanel } from '../../../ui/layer/popup-panel.tsx'
import { usePrinciples } from '../../programs/components/use-principles.ts'
import { proofQuery } from '../api.ts'
import { ProofGates } from './proof-gates.tsx'

type Props = { programId: string; segment: ProgramSummary['compass'][number]; target: PopupTrigger }

/** A principle in its official sentence, and every gate of it: its state, since when, what proves it or is missing. */
export const PrinciplePanel = ({ programId, segment: { principle, next }, target }: Props) => {
  const { t } = useTranslation('proof')
  const { name, says } = usePrinciples()(principle)
  const { data, error, isPending, refetch } = useQuery(proofQuery(programId))
  const gates = data?.gates.filter((gate) => gate.principle === principle)
  return (
    <PopupPanel target={target}>
      <Text fw={600}>{t('principle', { number: principle, name })}</Text>
      <Text size="sm" my={4}>
        {says}
      </Text>
      {isPending && <PanelSkeleton />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {gates !== undefined && gates.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('notAsked')}
        </Text>
      )}
      {gates !== undefined && gates.length > 0 && <ProofGates gates={gates} label={t('gatesOf', { name })} />}
      {next !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('next', { id: next.id, label: next.label })}
        </Text>
      )}
    </PopupPanel>
  )
}
