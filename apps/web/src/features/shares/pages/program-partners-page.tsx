import { Stack } from '@mantine/core'
import { Consultations } from '../../participation/components/consultations.tsx'
import { Objections } from '../../participation/components/objections.tsx'
import { Contributions } from '../../partnerships/components/contributions.tsx'
import { Members } from '../../partnerships/components/members.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { ProgramShares } from '../components/program-shares.tsx'

/** Who takes part, what they said, what they bring, and what they may see. */
export const ProgramPartnersPage = () => {
  const program = useProgram()
  return (
    <Stack gap="md">
      <Members program={program} />
      <Consultations programId={program.id} />
      <Objections programId={program.id} />
      <Contributions programId={program.id} />
      <ProgramShares programId={program.id} />
    </Stack>
  )
}
