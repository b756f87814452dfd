import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { programQuery } from '../api.ts'

/** The program of the page's address. */
export const useProgram = () => {
  const { id = '' } = useParams()
  return useSuspenseQuery(programQuery(id)).data
}
