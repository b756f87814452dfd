import type { Door } from '@entente/shared/users/options'
import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { foundProgramsQuery } from '../../features/programs/api.ts'
import { useSignOut } from '../../features/users/api.ts'
import { folded } from '../../lib/navigation/use-url-filters.ts'
import { useFormat } from '../../lib/format/format.ts'
import { setLocale } from '../../lib/i18n/i18n.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../paths.ts'
import { destinationsFor } from '../navigation/destinations.ts'

/** Something to go to or to do, by the words it is found under. */
export type PaletteEntry = { id: string; label: string; detail?: string; run: () => void }
export type PaletteGroup = { id: 'programs' | 'places' | 'actions'; entries: PaletteEntry[] }

const holds = (words: string) => {
  const parts = folded(words).split(/\s+/)
  return ({ label, detail = '' }: PaletteEntry) => parts.every((part) => folded(`${label} ${detail}`).includes(part))
}

/** What one may do from anywhere. What is not open to this person is not offered. */
const useActions = (can: readonly Door[], showKeys: () => void): PaletteEntry[] => {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const other = useLocale() === 'fr' ? 'en' : 'fr'
  const go = (href: string) => () => void navigate(href)
  return [
    ...(can.includes('registerRequest')
      ? [{ id: 'register', label: t('palette.register'), run: go(paths.newRequest.href()) }]
      : []),
    ...(can.includes('askResources')
      ? [{ id: 'ask', label: t('palette.ask'), run: go(paths.newAllocation.href()) }]
      : []),
    { id: 'language', label: t('otherLanguage'), run: () => void setLocale(other) },
    ...(['light', 'dark', 'auto'] as const).map((scheme) => ({
      id: scheme,
      label: t('palette.theme', { theme: t(`theme.${scheme}`) }),
      run: () => setColorScheme(scheme),
    })),
    { id: 'keys', label: t('keys.title'), run: showKeys },
    { id: 'signOut', label: t('person.signOut'), run: () => signOut.mutate({ everywhere: false }) },
  ]
}

/** Programs found by the server, pages and actions whose words hold what was typed; without words, where one may go. */
export const usePaletteEntries = (query: string, can: readonly Door[], showKeys: () => void): PaletteGroup[] => {
  const { t } = useTranslation('app')
  const format = useFormat()
  const navigate = useNavigate()
  const words = query.trim()
  const [asked] = useDebouncedValue(words, 150)
  const found = useQuery({ ...foundProgramsQuery(asked), enabled: asked !== '', placeholderData: keepPreviousData })
  const programs = (words === '' ? [] : (found.data ?? [])).map(({ id, reference, title }) => ({
    id,
    label: reference,
    detail: format.text(title),
    run: () => void navigate(paths.program.href(id)),
  }))
  const places = destinationsFor(can).map(({ id, href }) => ({
    id,
    label: t(`nav.${id}`),
    run: () => void navigate(href),
  }))
  const actions = useActions(can, showKeys)
  const groups: PaletteGroup[] = [
    { id: 'programs', entries: programs },
    { id: 'places', entries: places.filter(holds(words)) },
    { id: 'actions', entries: actions.filter(holds(words)) },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}
