import type { Locale } from '@entente/shared/kernel/text'

/** The first of our languages in an `Accept-Language` header, by weight; French when none is named. */
export const localeOf = (header: string | undefined): Locale => {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';')
      const weight = settings
        .map((setting) => /^\s*q=([\d.]+)$/.exec(setting)?.[1])
        .find((value) => value !== undefined)
      return { language: tag.split('-')[0], weight: Number(weight ?? 1) }
    })
    .filter((choice) => choice.weight > 0 && (choice.language === 'fr' || choice.language === 'en'))
    .toSorted((left, right) => right.weight - left.weight)
  return wanted[0]?.language === 'en' ? 'en' : 'fr'
}
