import { type GetInputPropsReturnType, useForm, type UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { checkedBy } from './form.ts'
import { type Fillable, formOf, type ValuesOf } from './form-of.ts'

/** A form that knows the body it makes. */
export type FormOf<Values, Body> = UseFormReturnType<Values> & {
  toBody: (values: Values) => Body
  isRequired: (path: string) => boolean
}

type Pair<Add extends Fillable, Edit extends Fillable> = { add: Add; edit: Edit }
type PairValues<Add extends Fillable, Edit extends Fillable> = ValuesOf<Add> & Omit<ValuesOf<Edit>, keyof ValuesOf<Add>>

/** The form of a pair of operations: the one adds, the other changes. */
export type PairForm<P extends Pair<Fillable, Fillable>> = FormOf<
  PairValues<P['add'], P['edit']>,
  z.input<P['add']['body']> & z.input<P['edit']['body']>
>

type Settings<Values> = {
  /** The record that is changed. */
  of?: object | undefined
  /** What does not begin blank, or as in the record; empty, a choice that is still to make. */
  start?: { [Key in keyof Values]?: Values[Key] | (Values[Key] extends string ? '' : never) }
  /** The values as they are sent, where more than the contract decides on it: what is not asked is blank. */
  sent?: (values: Values) => Partial<Values>
  /** What else must be so, by field. */
  check?: (values: Values) => Record<string, string>
}

const useBodyForm = <Values extends object, Body>(
  operation: Fillable,
  blank: object,
  { of, start, sent, check }: Settings<Values>,
): FormOf<Values, Body> => {
  const contract = formOf(operation)
  const toBody = (values: Values) => contract.bodyOf({ ...values, ...sent?.(values) }) as Body
  const form = useForm<Values>({
    initialValues: { ...blank, ...(of !== undefined && contract.valuesOf(of)), ...start } as Values,
    validate: (values) => ({ ...checkedBy(operation.body)(toBody(values)), ...check?.(values) }) as never,
  })
  return { ...form, toBody, isRequired: contract.isRequired }
}

/** The form of one operation: values, blanks, conversion and checks are those of its contract. */
export const useFormOf = <const Operation extends Fillable>(
  operation: Operation,
  settings: Settings<ValuesOf<Operation>> = {},
): FormOf<ValuesOf<Operation>, z.input<Operation['body']>> => {
  const blank = operation.method === 'PATCH' && settings.of !== undefined ? {} : formOf(operation).blank
  return useBodyForm(operation, blank, settings)
}

/** One form that adds a record or, given one, changes it. */
export const useFormOfPair = <const Add extends Fillable, const Edit extends Fillable>(
  { add, edit }: Pair<Add, Edit>,
  settings: Settings<PairValues<Add, Edit>>,
): PairForm<Pair<Add, Edit>> => useBodyForm(settings.of === undefined ? add : edit, formOf(add).blank, settings)

type At<Values, Path extends string> = Path extends keyof Values
  ? Values[Path]
  : Path extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Values
      ? At<Values[Head], Rest>
      : Values extends readonly (infer Item)[]
        ? At<Item, Rest>
        : never
    : never

type Props<Value> = {
  label: string
  required: boolean
  error: ReactNode
  onChange: GetInputPropsReturnType['onChange']
} & ([Value] extends [boolean] ? { checked: boolean } : { value: Value }) &
  // A field of several parts is told what is wrong with each.
  ([Value] extends [{ fr: string }] ? { errors: { [Part in keyof Value]?: ReactNode } } : unknown)

/** What `useFields` needs of a form. */
export type AnyForm<Values> = Pick<UseFormReturnType<Values>, 'errors' | 'getInputProps' | 'getValues'> & {
  isRequired: (path: string) => boolean
}

/**
 * The fields of a form, each with its label, value, mark and message. Labels stand in the texts under one word, by the
 * names of the contract: `useFields(form, 'activities:field')` finds that of `dueOn` at `field.dueOn` of `activities`.
 */
export const useFields = <Values>(form: AnyForm<Values>, texts: string) => {
  const [subject = '', word = ''] = texts.split(':')
  const { t } = useTranslation(subject)
  return <Path extends (keyof Values & string) | `${keyof Values & string}.${string}`>(
    path: Path,
    label?: string,
  ): Props<At<Values, Path>> => {
    const value = path
      .split('.')
      .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], form.getValues())
    const isBox = typeof value === 'boolean'
    const props = form.getInputProps(path as never, { type: isBox ? 'checkbox' : 'input' })
    const isParted = typeof value === 'object' && value !== null && !Array.isArray(value)
    const errors =
      isParted && Object.fromEntries(Object.keys(value).map((part) => [part, form.errors[`${path}.${part}`]]))
    const said = label ?? t(word === '' ? (path as string) : `${word}.${path as string}`)
    return {
      ...props,
      ...(!isBox && { value }),
      ...(isParted && { errors }),
      label: said,
      required: form.isRequired(path),
    } as never
  }
}
