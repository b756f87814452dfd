import type { ProgramSummary } from '@entente/shared/programs/contract'
import { Compass } from './compass.tsx'
import { usePrinciples } from './use-principles.ts'

/** The seven principles of one program as small segments. */
export const ProgramCompass = ({ compass }: Pick<ProgramSummary, 'compass'>) => {
  const principleOf = usePrinciples()
  return <Compass segments={compass.map(({ principle, state }) => ({ label: principleOf(principle).name, state }))} />
}
