import { useSearchParams } from 'react-router'

const changed = (before: URLSearchParams, values: Record<string, string>) => {
  const after = new URLSearchParams(before)
  for (const [name, value] of Object.entries(values)) {
    if (value === '') after.delete(name)
    else after.set(name, value)
  }
  return after
}

/** What the address says of the page: its tab and everything chosen in it. A link is a view. */
export const useCapacityPlace = () => {
  const [search, setSearch] = useSearchParams()
  return {
    get: (name: string) => search.get(name) ?? '',
    set: (values: Record<string, string>) => setSearch((before) => changed(before, values), { replace: true }),
    /** The same page with these values alone. */
    addressOf: (values: Record<string, string>) => `?${changed(new URLSearchParams(), values)}`,
  }
}
