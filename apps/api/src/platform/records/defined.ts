type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields a partial change really names: Prisma refuses `undefined`, and an absent field must stay as it is. */
export const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
