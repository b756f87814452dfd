import type { ProgramSummary } from '@entente/shared/programs/contract'
import { Compass } from './compass.tsx'
import { usePrinciples } from './use-principles.ts'

/** The seven principles of one program as small segments. */
export const ProgramCompass = ({ compass }: Pick<ProgramSummary, 'compass'>) => {
  const principleOf = usePrinciples()
  const segments = compass.map(({ principle, state, held, waived, inForce, ahead }) => ({
    label: principleOf(principle).name,
    state,
    kept: held + waived,
    total: inForce + ahead,
  }))
  return <Compass segments={segments} />
}
