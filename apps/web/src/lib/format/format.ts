import { minorUnits } from '@entente/shared/kernel/money'
import { type Bilingual, inLocale, type Locale, withFrenchFirst } from '@entente/shared/kernel/text'
import { useLocale } from '../i18n/use-locale.ts'

type Amount = { amount: string; currency: string }

// Every rule reads the institution's clock; so does every screen.
const timeZone = 'America/Toronto'
const tags = { fr: 'fr-CA', en: 'en-CA' } as const

// Intl reads decimal strings exactly; a Number would round long amounts.
const exact = (decimal: string) => decimal as Intl.StringNumericLiteral

/** A calendar day has no time zone: read and written at the same UTC midnight, it never slips. */
const dayOf = (day: string) => new Date(`${day}T00:00:00Z`)

const flagOf = (code: string) =>
  code.toUpperCase().replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 65))

/** Makes each value once per key: building an Intl format is dear. */
const once = <K, V>(make: (key: K) => V) => {
  const known = new Map<K, V>()
  return (key: K) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** Every decimal a currency has, or none where they are all zero. */
const moneyFormat = (tag: string, currency: string) => {
  const digits = minorUnits(currency)
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(tag, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger', ...decimals })
}

const numbersIn = (locale: Locale) => {
  const tag = tags[locale]
  const moneyIn = once((currency: string) => moneyFormat(tag, currency))
  const decimals = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 })
  const rates = new Intl.NumberFormat(tag, { maximumFractionDigits: 8 })
  const dollars = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: 'CAD',
    minimumFractionDigits: 0,
    maximumFractionDigits: 8,
  })
  const sizeIn = once(
    (unit: 'kilobyte' | 'megabyte') =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: 1, roundingMode: 'ceil' }),
  )
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  // Neither the unit nor its hyphen may leave the figure.
  const staffDay = locale === 'fr' ? 'j\u2011p' : 'staff\u2011days'
  const staffDays = (days: string) => `${decimals.format(exact(days))}\u00a0${staffDay}`
  const [item, items] = locale === 'fr' ? ['unité', 'unités'] : ['item', 'items']
  const isOne = new Intl.PluralRules(tag)
  const counted = (count: string) =>
    `${decimals.format(exact(count))}\u00a0${isOne.select(Number(count)) === 'one' ? item : items}`
  return {
    /** `25 000 $` */
    money: ({ amount, currency }: Amount) => moneyIn(currency).format(exact(amount)),
    /** `12,5 j-p` */
    staffDays,
    number: (value: number | string) => decimals.format(typeof value === 'string' ? exact(value) : value),
    /** `0,00247483`: a rate is never rounded. */
    rate: (value: string) => rates.format(exact(value)),
    /** The same as what one unit is worth: `0,00247483 $`. */
    rateInDollars: (value: string) => dollars.format(exact(value)),
    /** The size of a file: `12 ko`, `1,4 Mo`; never nothing. */
    fileSize: (bytes: number) =>
      bytes < 1024 * 1024
        ? sizeIn('kilobyte').format(Math.ceil(bytes / 1024))
        : sizeIn('megabyte').format(bytes / 1024 / 1024),
    percent: (ratio: number) => percents.format(ratio),
    /** An amount of an envelope, whatever it counts: `CAD`, `staffDay` or `item`. */
    quantity: (amount: string, unit: string) => {
      if (unit === 'staffDay') return staffDays(amount)
      return unit === 'item' ? counted(amount) : moneyIn(unit).format(exact(amount))
    },
  }
}

const timesIn = (locale: Locale) => {
  const tag = tags[locale]
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const days = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...short })
  const longDays = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'full' })
  const instantDays = new Intl.DateTimeFormat(tag, { timeZone, ...short })
  const times = new Intl.DateTimeFormat(tag, { timeZone, hour: 'numeric', minute: '2-digit' })
  const dayMonths = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'short' })
  const months = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  const shortMonths = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'short', year: 'numeric' })
  const weekdays = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'long' })
  const shortWeekdays = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'short' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const dated = (form: Intl.DateTimeFormat, at: Date) =>
    locale === 'fr' ? withFrenchFirst(form.format(at)) : form.format(at)
  return {
    /** A calendar day, `2026-11-23` → `23 nov. 2026`. */
    day: (day: string) => dated(days, dayOf(day)),
    longDay: (day: string) => dated(longDays, dayOf(day)),
    /** `23 nov.`, where the year is said elsewhere. */
    dayOfYear: (day: string) => dated(dayMonths, dayOf(day)),
    /** `2026-11` → `novembre 2026`, and shorter. */
    month: (month: string) => months.format(dayOf(`${month}-01`)),
    shortMonth: (month: string) => shortMonths.format(dayOf(`${month}-01`)),
    weekday: (day: string) => weekdays.format(dayOf(day)),
    shortWeekday: (day: string) => shortWeekdays.format(dayOf(day)),
    /** An instant → `23 nov. 2026`, in Québec's time. */
    date: (instant: string) => dated(instantDays, new Date(instant)),
    /** An instant → `8 h 30`. */
    time: (instant: string) => times.format(new Date(instant)),
    dateTime: (instant: string) => {
      const at = new Date(instant)
      return `${dated(instantDays, at)}, ${times.format(at)}`
    },
    /** Whole days from today: `-1` → `hier`, `45` → `dans 45 jours`. */
    inDays: (count: number) => relative.format(count, 'day'),
  }
}

const namesIn = (locale: Locale) => {
  const countries = new Intl.DisplayNames(tags[locale], { type: 'region' })
  const languages = new Intl.DisplayNames(tags[locale], { type: 'language' })
  const currencies = new Intl.DisplayNames(tags[locale], { type: 'currency' })
  const lists = new Intl.ListFormat(tags[locale])
  return {
    country: (code: string) => countries.of(code) ?? code,
    /** The flag as an emoji; where the system has none, the two letters show. Decoration: hide it from readers. */
    flag: flagOf,
    currency: (code: string) => currencies.of(code) ?? code,
    language: (code: string) => languages.of(code) ?? code,
    list: (items: readonly string[]) => lists.format(items),
    /** Bilingual content in this language, or the French source. */
    text: (value: Bilingual) => inLocale(value, locale),
  }
}

/** Every way of writing a value in one language. */
export const formatsIn = once((locale: Locale) => ({ ...numbersIn(locale), ...timesIn(locale), ...namesIn(locale) }))

/** The formats of the interface language: `const format = useFormat(); format.money(line.amount)`. */
export const useFormat = () => formatsIn(useLocale())
