import { z } from 'zod'

/** How carefully the institution handles a file. */
export const classification = z.enum(['public', 'partner', 'internal', 'restricted'])
export type Classification = z.infer<typeof classification>

/** Who may read a file beside the institution: nobody, named organizations, every partner of its program, or anyone. */
export const audience = z.enum(['internal', 'organizations', 'partners', 'public'])
export type Audience = z.infer<typeof audience>

const named: readonly Audience[] = ['internal', 'organizations']

/** The audiences that a classification lets a file have: what is handled as internal is released to named readers only. */
export const audiencesOf: Record<Classification, readonly Audience[]> = {
  restricted: named,
  internal: named,
  partner: [...named, 'partners'],
  public: audience.options,
}
