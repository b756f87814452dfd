import { termsWorkflow } from '@entente/shared/safeguards/workflow'
import type { Program, TermsOfReference } from '../../generated/prisma/client.ts'
import { inStateFor, type Policy } from '../../platform/rules/policy.ts'
import { binding, inOpenProgram, whileOpen } from '../programs/policy.ts'
import { anyone, open } from '../users/policy.ts'

type Terms = TermsOfReference & { program: Program }

/** The host agrees by an account of its own; or a coordinator records its agreement. */
export const termsPolicy = {
  agree: binding('terms', { ...open('partner'), while: [inOpenProgram, inStateFor(termsWorkflow, 'agree')] }),
  recordAgreement: binding('terms', {
    ...open('coordinator'),
    while: [inOpenProgram, inStateFor(termsWorkflow, 'recordAgreement')],
  }),
} satisfies Policy<Terms>

export const readsTerms = anyone

/** What this slice lets people do to a program. */
export const programTermsPolicy = {
  propose: { ...open('coordinator'), while: [whileOpen] },
} satisfies Policy<Program>
