import { SimpleGrid } from '@mantine/core'
import { ContextPanel } from '../../context/components/context-panel.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { ProofAsOf } from '../components/proof-as-of.tsx'

/** The proof of a dossier: every gate as it stood on any day, and what happened around it. */
export const ProgramProofPage = () => {
  const program = useProgram()
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <ProofAsOf program={program} />
      <ContextPanel programId={program.id} />
    </SimpleGrid>
  )
}
