import { activityType, priority } from '@entente/shared/activities/contract'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useFormat } from '../../../lib/format/format.ts'

type Named = readonly { id: string; name: string }[]

const person = z.object({ name: z.string() })
const bilingual = z.object({ fr: z.string(), en: z.string().nullable() })
const labelled = z.object({ label: z.string() })
const item = z.object({ text: z.string(), done: z.boolean() })
const blocked = z.object({ reason: z.string() })
const day = z.iso.date()
const id = z.uuid()

/** The fields of a card, and their values, in words: for conflicts and history. */
export const useFieldWords = (people: Named, columns: Named = []) => {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const known = new Map([...people, ...columns].map((one) => [one.id, one.name]))

  const ofText = (text: string): string => {
    if (day.safeParse(text).success) return format.day(text)
    if (id.safeParse(text).success) return known.get(text) ?? t('words.other')
    if (activityType.safeParse(text).success) return t(`type.${text}`)
    return priority.safeParse(text).success ? t(`priority.${text}`) : text
  }
  const ofRecord = (value: unknown): string => {
    const ticked = item.safeParse(value).data
    if (ticked !== undefined) return `${ticked.done ? '✓' : '○'} ${ticked.text}`
    const text = bilingual.safeParse(value).data
    if (text !== undefined) return [text.fr, text.en].filter(Boolean).join(' / ')
    const parts = [person.safeParse(value).data?.name, labelled.safeParse(value).data?.label]
    return [...parts, blocked.safeParse(value).data?.reason].find((part) => part !== undefined) ?? ''
  }
  const single = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no')
    return typeof value === 'string' ? ofText(value) : ofRecord(value)
  }
  const wordsOf = (value: unknown): string => {
    const words = Array.isArray(value) ? format.list(value.map(single).filter((word) => word !== '')) : single(value)
    return words.trim() === '' ? t('words.empty') : words
  }
  return { nameOf: (field: string) => t(`field.${field}`, { defaultValue: field }), wordsOf }
}
