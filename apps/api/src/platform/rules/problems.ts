import { type Label, type Locale } from '@entente/shared/kernel/text'
import { type Problem, type ProblemCode, problems, problemType } from '@entente/shared/kernel/problem'

export type FieldError = { pointer: string; detail: Label }

type Details = {
  detail?: Label
  errors?: FieldError[]
  /** Further members of the problem document, already fit for the caller. */
  extra?: Record<string, unknown>
  headers?: Record<string, string>
}

/** An expected refusal: it has a code, and says what to do about it in both languages. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly details: Details
  constructor(code: ProblemCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

export const notFound = () => new ProblemError('not-found')

/** A refusal that names one field of the body. */
export const invalidField = (pointer: string, detail: Label) =>
  new ProblemError('invalid', { errors: [{ pointer, detail }] })

/** Refuses a day after today for what must have happened already. */
export const requireNotFuture = (day: string, today: string, pointer: string) => {
  if (day > today) throw invalidField(pointer, { fr: 'Cette date est à venir.', en: 'This date is in the future.' })
}

/** Refuses a day before today for what is still to come. */
export const requireNotPast = (day: string, today: string, pointer: string) => {
  if (day >= today) return
  throw invalidField(pointer, {
    fr: 'Ce jour est passé : choisissez aujourd’hui ou plus tard.',
    en: 'This day has passed: choose today or later.',
  })
}

/** What is written stands under this field already (409). */
export const conflictAt = (pointer: string, detail: Label) =>
  new ProblemError('conflict', { errors: [{ pointer, detail }] })

export const wrongState = (fr: string, en: string) => new ProblemError('wrong-state', { detail: { fr, en } })

/** The RFC 9457 body of a refusal in the reader's language. */
export const problemBody = (error: ProblemError, locale: Locale, instance: string): Problem => {
  const { status, title } = problems[error.code]
  const { detail, errors, extra } = error.details
  return {
    ...extra,
    type: problemType(error.code),
    title: title[locale],
    status,
    instance,
    ...(detail && { detail: detail[locale] }),
    ...(errors && { errors: errors.map((item) => ({ pointer: item.pointer, detail: item.detail[locale] })) }),
  }
}
