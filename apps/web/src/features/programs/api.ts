import { programs } from '@entente/shared/programs/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { currentLocale } from '../../lib/i18n/i18n.ts'

/** One dossier as colleagues see it; partners have a page of their own. */
export const programQuery = (id: string) =>
  queryOptions({
    queryKey: ['programs', id, currentLocale()],
    queryFn: async () => {
      const found = await call(programs.get, { params: { id } })
      if (!('moves' in found)) throw new Error('The answer is a partner’s view of the program')
      return found
    },
  })

/** The first programs whose reference, title or parties hold these words. */
export const foundProgramsQuery = (words: string) =>
  queryOptions({
    queryKey: ['programs', 'found', words, currentLocale()],
    queryFn: async () => (await call(programs.list, { query: { q: words, limit: '8' } })).items,
  })

/** What any write in a dossier may change: the dossier itself, its gates and the boards. */
export const dossierKeys = [['programs'], ['lifecycle'], ['proof'], ['dashboards']] as const

export const useEditProgram = () => useCommand(programs.edit, { invalidates: dossierKeys })
