import { z } from 'zod'

// NUL cannot be stored; lone surrogates cannot be encoded; bidirectional controls can disguise what a person reads.
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u
const acceptable = (value: string) => value.isWellFormed() && !refused.test(value)
// Characters that draw nothing, the empty Braille pattern among them: a text of these only is none.
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\u2800]+$/u

/** Trimmed text a person typed, 1 to `max` characters; control and direction-changing characters are refused, and what shows nothing. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(acceptable, { error: 'unacceptableCharacters', abort: true })
    .refine((value) => !invisible.test(value), { error: 'nothingToRead', abort: true })

/** Text that may be empty. */
export const possiblyEmptyText = (max: number) => text(max, 0)

/** How many letters and digits, of whatever script, a text shows: spaces, punctuation and what draws nothing are none. */
export const lettersIn = (value: string) => value.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** The least a reason says, in letters and digits. */
const enoughToSay = 20

/** Whether a text says enough to be a reason. */
export const saysWhy = (value: string) => lettersIn(value) >= enoughToSay

/**
 * Why something was done, or what is answered: text of `min` letters and digits at least, since what is read later must
 * tell something. Every field that holds a reason, a lesson or an answer is one; "." is none.
 */
export const reason = (max: number, min = enoughToSay) =>
  text(max).refine((value) => value === '' || lettersIn(value) >= min, { params: { letters: min } })

/** A password: kept as it was typed, whatever its characters, as long as it can be encoded one way only. */
export const secret = (min: number) =>
  z
    .string()
    .min(min)
    .max(200)
    .refine((value) => value.isWellFormed(), { error: 'unacceptableCharacters' })

/** Content in both languages. French is the source; a missing translation is `null`, never an empty string. */
export const bilingual = (max: number) => z.strictObject({ fr: text(max), en: text(max).nullable() })
export type Bilingual = { fr: string; en: string | null }

export const locale = z.enum(['fr', 'en'])
export type Locale = z.infer<typeof locale>

/** Interface text the code itself carries: both languages are always there. */
export type Label = { fr: string; en: string }

/** A date in French words, its first of a month as French writes it: `1er juin`, where Intl says `1 juin`. */
export const withFrenchFirst = (date: string) => date.replace(/(?<!\d)1(?=\s\p{L})/u, '1er')

/** A count and what it counts, in words: French counts none as one, English does not. */
export const counted = (
  count: number,
  fr: readonly [one: string, more: string],
  en: readonly [string, string],
): Label => ({
  fr: `${count} ${count < 2 ? fr[0] : fr[1]}`,
  en: `${count} ${count === 1 ? en[0] : en[1]}`,
})

/** The content in the reader's language, falling back to the French source. */
export const inLocale = (value: Bilingual, to: Locale) => (to === 'en' && value.en !== null ? value.en : value.fr)
