import { isFailed } from '@entente/shared/kernel/gate'
import type { GateResult } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import type { Stage } from '@entente/shared/programs/workflow'
import { Stack, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { GatePanel } from '../../../ui/feedback/gate-panel.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { WaiverDialog } from '../../decisions/components/waiver-dialog.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { evaluationsQuery, gatesQuery } from '../api.ts'
import { Why } from './why.tsx'

type Props = { program: Program; next: Stage }

/** What the next stage asks: what is missing now, what is met, why, and a waiver where one may be asked for. */
export const NextGates = ({ program, next }: Props) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const { data: report } = useSuspenseQuery(gatesQuery(program.id, next))
  const evaluations = useQuery(evaluationsQuery(program.id))
  const [waiving, setWaiving] = useState<GateResult | null>(null)
  const isWaivable = (gate: GateResult) => gate.kind === 'waivable' && isFailed(gate)
  const actionsFor = (gateId: string) => {
    const gate = report.gates.find(({ id }) => id === gateId)
    return (
      gate !== undefined && (
        <Stack gap={4} mt={4} align="flex-start">
          {isWaivable(gate) && (
            <ActionButton of={program} to="waive" size="xs" variant="light" onClick={() => setWaiving(gate)}>
              {t('waiver.ask')}
            </ActionButton>
          )}
          <Why gateId={gate.id} evaluations={evaluations.data ?? []} />
        </Stack>
      )
    )
  }
  return (
    <Section
      id="gates"
      title={t('gates.title', { stage: stageName(next) })}
      description={t(report.passable ? 'gates.passable' : 'gates.blocked')}
    >
      {report.gates.length === 0 && <Text size="sm">{t('gates.none')}</Text>}
      <GatePanel label={t('move.gates')} gates={report.gates} actionsFor={({ id }) => actionsFor(id)} />
      {waiving !== null && <WaiverDialog programId={program.id} gate={waiving} onClose={() => setWaiving(null)} />}
    </Section>
  )
}
