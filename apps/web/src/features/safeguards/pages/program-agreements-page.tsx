import { Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { Agreements } from '../../partnerships/components/agreements.tsx'
import { TermsList } from '../components/terms-list.tsx'

/** What was agreed with whom: terms of reference by the host, agreements by all. */
export const ProgramAgreementsPage = () => {
  const { id = '' } = useParams()
  return (
    <Stack gap="md">
      <TermsList programId={id} />
      <Agreements programId={id} />
    </Stack>
  )
}
