import { gatesOfPersons } from '@entente/shared/decisions/rules'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { isProblem } from '../../../../lib/api/problem.ts'
import { type FailedGate, gatesOf } from '../../../../lib/api/problem-gates.ts'
import { GatePanel } from '../../../../ui/feedback/gate-panel.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { WaiverDialog } from '../../../decisions/components/waiver-dialog.tsx'
import { programQuery } from '../../../programs/api.ts'

type Props = { programId: string; gates: readonly FailedGate[] }

/**
 * The gates in the way, with a waiver to ask for where one would open the gate and this person may ask. One that is for a
 * person is asked for at their booking, where the gate leads.
 */
const ProgramGates = ({ programId, gates }: Props) => {
  const { t } = useTranslation('resources/approvals')
  const { data: program } = useQuery(programQuery(programId))
  const [waiving, setWaiving] = useState<FailedGate | null>(null)
  const actionsFor = (id: string) => {
    const gate = gates.find((item) => item.id === id && item.kind === 'waivable' && !gatesOfPersons.has(id))
    return (
      gate !== undefined && (
        <ActionButton of={program} to="waive" mt={4} size="xs" variant="light" onClick={() => setWaiving(gate)}>
          {t('decide.waive')}
        </ActionButton>
      )
    )
  }
  return (
    <>
      <GatePanel label={t('decide.gates')} gates={gates} actionsFor={({ id }) => actionsFor(id)} />
      {waiving !== null && <WaiverDialog programId={programId} gate={waiving} onClose={() => setWaiving(null)} />}
    </>
  )
}

/** Why a decision was refused: the gates in the way when there are, else the reason in words. */
export const DecisionRefusal = ({ programId, error }: { programId: string | null; error: unknown }) => {
  const { t } = useTranslation('resources/approvals')
  const gates = isProblem(error, 'gate-failed') ? gatesOf(error.problem) : []
  if (gates.length === 0 || programId === null) return <ProblemAlert error={error} />
  return (
    <Stack gap="xs" role="alert">
      <Text fw={600}>{t('decide.gates')}</Text>
      <ProgramGates programId={programId} gates={gates} />
    </Stack>
  )
}
