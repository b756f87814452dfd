import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' }
import type { Locale } from '@entente/shared/kernel/text'

type Area = { _contains: readonly string[]; _grouping?: string }
const areas: Record<string, Area> = containment.supplemental.territoryContainment

// The areas of the United Nations, by their three figures; groupings overlap them and are left out.
const regions = new Map(
  Object.entries(areas)
    .filter(([area, { _grouping }]) => /^\d{3}$/.test(area) && _grouping === undefined)
    .flatMap(([area, { _contains }]) => _contains.map((code) => [code, area] as const)),
)

const namesIn = {
  fr: new Intl.DisplayNames('fr-CA', { type: 'region' }),
  en: new Intl.DisplayNames('en-CA', { type: 'region' }),
}

/** The region of the world a country lies in, by its name; browsers do not carry these names, so the server says them. */
export const regionOf = (countryCode: string | null, locale: Locale) => {
  const region = countryCode === null ? undefined : regions.get(countryCode)
  return region === undefined ? null : (namesIn[locale].of(region) ?? null)
}

/** The name of a country in the reader's language. */
export const countryName = (countryCode: string, locale: Locale) => namesIn[locale].of(countryCode) ?? countryCode
