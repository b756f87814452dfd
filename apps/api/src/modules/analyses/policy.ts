import { analysisWorkflow } from '@entente/shared/analyses/workflow'
import type { Analysis, Program } from '../../generated/prisma/client.ts'
import { except, inStateFor, type Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram, whileOpen } from '../programs/policy.ts'
import { internal, open } from '../users/policy.ts'

type Version = Analysis & { program: Program }

const writers = open('coordinator', 'analyst')
const reviewers = {
  ...open('analyst', 'executive'),
  person: except<Version>(({ writerIds }, { id }) => writerIds.includes(id), {
    fr: 'Vous avez écrit dans cette analyse : une autre personne doit la réviser.',
    en: 'You wrote in this analysis: someone else must review it.',
  }),
}

/** Whoever writes in a version never reviews it (P2-G2). */
export const analysisPolicy = {
  edit: { ...writers, while: [inOpenProgram, inStateFor(analysisWorkflow, 'edit')] },
  submit: { ...writers, while: [inOpenProgram, inStateFor(analysisWorkflow, 'submit')] },
  approve: { ...reviewers, while: [inOpenProgram, inStateFor(analysisWorkflow, 'approve')] },
  return: { ...reviewers, while: [inOpenProgram, inStateFor(analysisWorkflow, 'return')] },
} satisfies Policy<Version>

export const readsAnalyses = internal

/** What this slice lets people do to a program. */
export const programAnalysisPolicy = {
  analyse: { ...writers, while: [whileOpen] },
} satisfies Policy<Program>
