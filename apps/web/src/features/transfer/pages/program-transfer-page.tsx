import { Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { programTransferQuery } from '../api.ts'
import { Evaluation } from '../components/evaluation.tsx'
import { Lessons } from '../components/lessons.tsx'
import { Objectives } from '../components/objectives.tsx'

/** What the program leaves behind: competences, lessons, an evaluation. */
export const ProgramTransferPage = () => {
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(programTransferQuery(id))
  return (
    <Stack gap="md">
      <Objectives programId={id} objectives={data.objectives} of={data} />
      <Lessons programId={id} lessons={data.lessons} of={data} />
      <Evaluation programId={id} evaluation={data.evaluation} of={data} />
    </Stack>
  )
}
