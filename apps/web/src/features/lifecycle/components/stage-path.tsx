import type { Program } from '@entente/shared/programs/contract'
import { isEnd, isFinal, paths, positionOf, type Stage } from '@entente/shared/programs/workflow'
import { useTranslation } from 'react-i18next'
import { dayAt } from '../../../lib/format/days.ts'
import { type Step, StepPath } from '../../../ui/display/step-path.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'

/** The stages of the program's path, with the day each was last entered; an early end closes the road. */
export const StagePath = ({ program }: { program: Program }) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const enteredOn = new Map(program.stages.map(({ stage, at }) => [stage, dayAt(at)]))
  const walked = paths[program.path].filter((stage) => enteredOn.has(stage))
  const road: readonly Stage[] = isEnd(program.stage) ? [...walked, program.stage] : paths[program.path]
  const here = isEnd(program.stage) ? road.length - 1 : positionOf(program.path, program.stage)
  const progressOf = (index: number): Step['progress'] => {
    if (index < here || (index === here && isFinal(program.stage))) return 'done'
    return index === here ? 'current' : 'ahead'
  }
  return (
    <StepPath
      label={t('path')}
      steps={road.map((stage, index) => ({
        id: stage,
        label: stageName(stage),
        progress: progressOf(index),
        on: index <= here ? (enteredOn.get(stage) ?? null) : null,
      }))}
    />
  )
}
