const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' })
const dayMs = 86_400_000

/** The institution's day, now. */
export const today = () => day.format(new Date())

/** Whole days since an instant. */
export const ageOf = (instant: string) => Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / dayMs))
