// What people began to write and have not sent: kept in this tab, under the name of the person who writes.
const prefix = 'entente.draft'

export const draftKey = (owner: string, name: string) => `${prefix}.${owner}.${name}`

export const keepDraft = (key: string, values: unknown) => sessionStorage.setItem(key, JSON.stringify(values))

export const forgetDraft = (key: string) => sessionStorage.removeItem(key)

export const hasDraft = (key: string) => sessionStorage.getItem(key) !== null

/** What was kept; fields that came since are as in a blank form. */
export const draftOf = <Values extends object>(key: string, blank: Values): Values | null => {
  const kept = sessionStorage.getItem(key)
  return kept === null ? null : { ...blank, ...(JSON.parse(kept) as Partial<Values>) }
}

/** Whoever signs out leaves nothing behind; whoever signs in finds their own drafts and nobody else's. */
export const forgetDrafts = (exceptOf?: string) => {
  const mine = exceptOf === undefined ? undefined : draftKey(exceptOf, '')
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && (mine === undefined || !key.startsWith(mine))) forgetDraft(key)
}
