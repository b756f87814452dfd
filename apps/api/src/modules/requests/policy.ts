import { requestWorkflow } from '@entente/shared/requests/workflow'
import type { Program, Request } from '../../generated/prisma/client.ts'
import { type Actor, except, inStateFor, type Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram } from '../programs/policy.ts'
import { internal, open } from '../users/policy.ts'

type Registered = Request & { program: Program }

/** Who registered a request or ever corrected it. */
export const tookPart = (request: Pick<Request, 'registeredById' | 'correctedByIds'>, actor: Pick<Actor, 'id'>) =>
  actor.id === request.registeredById || request.correctedByIds.includes(actor.id)

/** What is done to a request of the register. */
export const requestPolicy = {
  edit: { ...open('coordinator'), while: [inOpenProgram, inStateFor(requestWorkflow, 'edit')] },
  verify: {
    ...open('coordinator', 'analyst', 'executive'),
    person: except(tookPart, {
      fr: 'Vous avez inscrit ou corrigé cette demande : une autre personne doit la vérifier.',
      en: 'You registered or corrected this request: someone else must verify it.',
    }),
    while: [inOpenProgram, inStateFor(requestWorkflow, 'verify')],
  },
} satisfies Policy<Registered>

/** What is done to the register itself. */
export const registerPolicy = {
  read: internal,
  register: open('coordinator'),
} satisfies Policy<null>
