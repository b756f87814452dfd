import { ceilingWorkflow } from '@entente/shared/resources/envelopes/workflow'
import type { CeilingChange, Envelope } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, except, inStateFor, type Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

const proposers = open('manager', 'executive')
const openers = open('executive')

/** What is done to an envelope. */
export const envelopePolicy = { edit: openers, change: proposers } satisfies Policy<Envelope>

/** What is done to all of them: a year that has ended is carried over as one. */
export const envelopesPolicy = { read: internal, create: openers, propose: proposers } satisfies Policy<null>

/** A change of ceiling, with the proposals to take it back that were not refused. */
export type Proposed = CeilingChange & { reversals: readonly CeilingChange[] }

const { reverse } = ceilingWorkflow.transitions

/** Ceilings are moved by two people: the one who proposes never confirms. A transfer is taken back once, by two, too. */
export const ceilingPolicy = {
  decide: {
    ...proposers,
    person: except(({ proposedById }, { id }) => id === proposedById, {
      fr: 'Vous avez proposé ce changement de plafond : une autre personne doit le confirmer.',
      en: 'You proposed this change of ceiling: someone else must confirm it.',
    }),
    while: [{ ...inStateFor(ceilingWorkflow, 'confirm'), problem: 'already-decided' }],
  },
  reverse: {
    ...proposers,
    while: [
      inStateFor(ceilingWorkflow, 'reverse'),
      {
        holds: ({ fromEnvelopeId, reversesId }) => fromEnvelopeId !== null && reversesId === null,
        otherwise: reverse.otherwise,
      },
      {
        holds: ({ reversals }) => reversals.length === 0,
        otherwise: {
          fr: 'Quelqu’un a déjà annulé ce virement ou ce report, ou l’a proposé.',
          en: 'Someone already took this transfer or carry-over back, or proposed to.',
        },
        problem: 'already-decided',
      },
    ],
  },
} satisfies Policy<Proposed>

/** Envelopes are internal: every colleague sees them, no partner does. */
export const envelopeVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.envelope.count({ where: { id } })) > 0

/** Changes of ceilings are internal, too. */
export const changeVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ceilingChange.count({ where: { id } })) > 0
