import type { Program } from '@entente/shared/programs/contract'
import { Text, Timeline } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconArrowRight, IconCoins } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format.ts'
import { Section } from '../../../ui/section.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { evaluationsQuery } from '../api.ts'
import { Why } from '../components/why.tsx'

/** Gates of one occasion are evaluated at the same instant. */
const useMoments = (program: Program) => {
  const { data: evaluations } = useSuspenseQuery(evaluationsQuery(program.id))
  const byInstant = Map.groupBy(evaluations, ({ at }) => at)
  const moves = program.stages.map((entry) => ({
    ...entry,
    kind: 'move' as const,
    gates: byInstant.get(entry.at) ?? [],
  }))
  const moved = new Set(moves.map(({ at }) => at))
  const approvals = [...byInstant]
    .filter(([at]) => !moved.has(at))
    .map(([at, gates]) => ({
      kind: 'approval' as const,
      at,
      by: gates[0]?.by.name ?? null,
      note: null,
      stage: gates[0]?.to ?? program.stage,
      gates,
    }))
  return [...moves, ...approvals].toSorted((left, right) => right.at.localeCompare(left.at))
}

/** Everything that counted, latest first: each stage entered, each gate as it was read. */
export const ProgramTimelinePage = () => {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const stageName = useStageName()
  const moments = useMoments(useProgram())
  return (
    <Section id="timeline" title={t('timeline.title')} description={t('timeline.description')}>
      <Timeline bulletSize={22} lineWidth={2} active={moments.length}>
        {moments.map(({ kind, at, by, note, stage, gates }) => (
          <Timeline.Item
            key={`${kind} ${at}`}
            bullet={kind === 'move' ? <IconArrowRight size={12} /> : <IconCoins size={12} />}
            title={kind === 'move' ? t('timeline.entered', { stage: stageName(stage) }) : t('timeline.approval')}
          >
            <Text size="sm" c="dimmed">
              <time dateTime={at}>{format.dateTime(at)}</time>
              {by !== null && ` · ${by}`}
            </Text>
            {note !== null && <Text size="sm">{note}</Text>}
            {[...new Set(gates.map(({ gateId }) => gateId))].map((gateId) => (
              <div key={gateId}>
                <Text size="sm" fw={600} component="span">
                  {gateId}
                </Text>
                <Why gateId={gateId} evaluations={gates} />
              </div>
            ))}
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  )
}
