import { v7 } from 'uuid'

/** A new id: unique without coordination, and later ids sort after earlier ones. */
export const newId = () => v7()
