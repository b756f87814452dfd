import type { ProofGate } from '@entente/shared/proof/contract'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionText } from '../../audit/components/use-action-text.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { GatePanel } from '../../../ui/feedback/gate-panel.tsx'

/** Since when a gate stands as it does, by which act of whom, and until which day it holds by itself. */
const Standing = ({ gate: { phase, since, until, cause } }: { gate: ProofGate }) => {
  const { t } = useTranslation('proof')
  const actionText = useActionText()
  const format = useFormat()
  if (phase === 'ahead') return <Text size="xs">{t('ahead')}</Text>
  const act = cause === null ? '' : actionText(cause.action)
  const said = { on: format.date(since), act, by: cause?.by?.name ?? '' }
  return (
    <Text size="xs" c="dimmed">
      {cause?.by ? t('sinceBy', said) : t('since', said)}
      {until !== null && ` ${t('until', { on: format.day(until) })}`}
    </Text>
  )
}

/** Gates of a program as they stand or stood: those in force first, with the act that made them so. */
export const ProofGates = ({ gates, label }: { gates: readonly ProofGate[]; label: string }) => {
  const byId = new Map(gates.map((gate) => [gate.id, gate]))
  const shown = gates.map((gate) => (gate.phase === 'ahead' ? { ...gate, state: 'notApplicable' as const } : gate))
  return (
    <GatePanel
      label={label}
      gates={shown}
      actionsFor={({ id }) => {
        const gate = byId.get(id)
        return gate !== undefined && <Standing gate={gate} />
      }}
    />
  )
}
