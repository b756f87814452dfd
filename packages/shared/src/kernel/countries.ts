import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }

/** Every country of ISO 3166-1, by its two letters. Names come from `Intl.DisplayNames`, in the reader's language. */
export const countryCodes: ReadonlySet<string> = new Set(codes.map(([alpha2 = '']) => alpha2))

/** The three figures of each country, as maps know it. */
export const numericCodes: ReadonlyMap<string, string> = new Map(
  codes.map(([alpha2 = '', , numeric = '']) => [alpha2, numeric]),
)
