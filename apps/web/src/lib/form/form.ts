import { messageOf } from '@entente/shared/kernel/messages'
import type { FormErrors } from '@mantine/form'
import type { z } from 'zod'
import { isProblem } from '../api/problem.ts'
import { currentLocale } from '../i18n/i18n.ts'

type Target = { setErrors: (errors: FormErrors) => void }

/** `/lines/0/amount/amount` → `lines.0.amount.amount`. */
export const pathOf = (pointer: string) =>
  pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

/** The messages of a refusal, by form path. */
export const fieldErrorsOf = (error: unknown): Record<string, string> =>
  isProblem(error)
    ? Object.fromEntries((error.problem.errors ?? []).map(({ pointer, detail }) => [pathOf(pointer), detail]))
    : {}

/** Goes to the first field that has something to mend, once its message is on the screen. */
export const goToFirstError = () =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

/** Puts a refusal's messages beside their fields, keeps what was typed, and goes to the first one. */
export const showProblem = (form: Target, error: unknown) => {
  const errors = fieldErrorsOf(error)
  form.setErrors(errors)
  if (Object.keys(errors).length > 0) goToFirstError()
}

/** Checks a form with the contract's own schema, in the words the server would use. */
export const checkedBy = (schema: z.ZodType) => (values: unknown) => {
  const checked = schema.safeParse(values)
  const errors: Record<string, string> = {}
  for (const issue of checked.error?.issues ?? []) errors[issue.path.join('.')] ??= messageOf(issue)[currentLocale()]
  return errors
}
