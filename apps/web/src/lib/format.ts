import { type Bilingual, inLocale, type Locale } from '@entente/shared/kernel/text'
import { useMemo } from 'react'
import { useLocale } from './locale.ts'

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

const numbersIn = (tag: string) => {
  const money = new Map<string, Intl.NumberFormat>()
  const moneyIn = (currency: string) => {
    const known = money.get(currency)
    if (known !== undefined) return known
    const made = new Map<Locale, ReturnType<typeof formatsIn>>()
const madeIn = (locale: Locale) => {
  const formats = made.get(locale) ?? formatsIn(locale)
  made.set(locale, formats)
  return formats
}

/** The formats of the interface language: `const format = useFormat(); format.money(line.amount)`. */
export const useFormat = () => madeIn(useLocale())
