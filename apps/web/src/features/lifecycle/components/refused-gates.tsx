import { isFailed } from '@entente/shared/kernel/gate'
import type { Stage } from '@entente/shared/programs/workflow'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../lib/api/problem.ts'
import { gatesOf } from '../../../lib/api/problem-gates.ts'
import { GatePanel } from '../../../ui/feedback/gate-panel.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { gatesQuery } from '../api.ts'

type Props = { programId: string; to: Stage | undefined; error: unknown; onFollow: () => void }

/** Why a move was refused: the gates in the way, each missing item a link to the place that mends it. */
export const RefusedGates = ({ programId, to, error, onFollow }: Props) => {
  const { t } = useTranslation('lifecycle')
  const isRefused = error !== null && error !== undefined
  const report = useQuery({ ...gatesQuery(programId, to ?? 'closed'), enabled: isRefused && to !== undefined })
  if (!isRefused) return null
  const told = isProblem(error, 'gate-failed') ? gatesOf(error.problem) : []
  const found = (report.data?.gates ?? []).filter(isFailed)
  const gates = found.length > 0 ? found : told
  if (gates.length === 0) return <ProblemAlert error={error} />
  return (
    <>
      {told.length === 0 && <ProblemAlert error={error} />}
      <GatePanel label={t('refused.gates')} gates={gates} onFollow={onFollow} />
    </>
  )
}
