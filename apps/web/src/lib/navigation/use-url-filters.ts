import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Text as a search compares it: without case and accents. */
export const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The filters of a page, kept in its address so that a link is a view. What is empty is not written; `set` also takes
 * what else the page keeps there (the way to look, the open card).
 */
export const useUrlFilters = <Name extends string, Other extends string = never>(names: readonly Name[]) => {
  const [search, setSearch] = useSearchParams()
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>
  const set = useCallback(
    (changes: Partial<Record<Name | Other, string>>) => {
      // The address itself: what is on the screen may still be that of some letters ago.
      const after = new URLSearchParams(location.search)
      for (const [name, value] of Object.entries<string | undefined>(changes))
        if (value === '' || value === undefined) after.delete(name)
        else after.set(name, value)
      setSearch(after, { replace: true })
    },
    [setSearch],
  )
  return {
    search,
    filters,
    set,
    clear: () => set(Object.fromEntries(names.map((name) => [name, ''])) as Partial<Record<Name | Other, string>>),
    isFiltered: names.some((name) => filters[name] !== ''),
    count: names.filter((name) => filters[name] !== '').length,
  }
}
