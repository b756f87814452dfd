import type { UseFormReturnType } from '@mantine/form'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { draftKey, draftOf, forgetDraft, hasDraft, keepDraft } from '../../../lib/form/drafts.ts'
import { sessionQuery } from '../api.ts'

const useDraftKey = (name: string) => {
  const { data: session } = useSuspenseQuery(sessionQuery)
  return draftKey(session?.user.id ?? '', name)
}

/** Whether this person left something unsent under this name. */
export const useHasDraft = (name: string) => hasDraft(useDraftKey(name))

/** Keeps what is written in a form until it is sent or dropped, also when one goes elsewhere in between. */
export const useFormDraft = <Values extends object>(form: UseFormReturnType<Values>, name: string) => {
  const key = useDraftKey(name)
  const isKept = form.isDirty()
  const takeUp = useEffectEvent(() => {
    const kept = draftOf(key, form.getInitialValues())
    if (kept !== null) form.setValues(kept)
  })
  useEffect(() => takeUp(), [key])
  useEffect(() => {
    if (isKept) keepDraft(key, form.values)
  }, [key, isKept, form.values])
  return {
    isKept,
    /** It was sent, or is no longer wanted. */
    forget: () => forgetDraft(key),
    discard: () => {
      forgetDraft(key)
      form.reset()
    },
  }
}
