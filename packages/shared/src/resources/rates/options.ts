import { z } from 'zod'

export const unit = z.enum(['CAD', 'staffDay', 'item'])
export type Unit = z.infer<typeof unit>
