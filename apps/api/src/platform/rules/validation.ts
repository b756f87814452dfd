import type { z } from 'zod'
import type { Label } from '@entente/shared/kernel/text'
import { messageOf } from '@entente/shared/kernel/messages'
import { type FieldError, ProblemError } from './problems.ts'

const detail: Label = {
  fr: 'Corrigez les champs indiqués ; rien n’a été enregistré.',
  en: 'Correct the fields named below; nothing was saved.',
}

const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const fieldErrors = (issue: z.core.$ZodIssue): FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        pointer: pointerOf([...issue.path, key]),
        detail: { fr: 'Ce champ n’existe pas ; retirez-le.', en: 'This field does not exist; remove it.' },
      }))
    : [{ pointer: pointerOf(issue.path), detail: messageOf(issue) }]

/** Every fault of the input, each pointing at its field (400). */
export const invalid = (error: z.core.$ZodError) =>
  new ProblemError('invalid', { detail, errors: error.issues.flatMap(fieldErrors) })

/** Parses with a schema; a fault is a 400 that names the fields. */
export const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value)
  if (!result.success) throw invalid(result.error)
  return result.data
}
