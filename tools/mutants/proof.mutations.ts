import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Mutant } from './resources.mutations.ts'

const modules = 'apps/api/src/modules'
const shared = 'packages/shared/src/proof'
const table = `${shared}/rules.ts`
const text = readFileSync(fileURLToPath(new URL(`../../${table}`, import.meta.url)), 'utf8')

/** Each row of the table of requirements as it is written there; a row that is added gets its mutation by itself. */
const rows = [
  ...text.matchAll(/^ {2}\{(?: gate: (?<short>\w+),[^\n]* |\n {4}gate: (?<long>\w+),[^}]*\},[^}]*\n {2})\},\n/gm),
]

export const rowMutants: Mutant[] = rows.map(({ 0: row, groups }) => ({
  defence: `proof: the row of ${groups?.short ?? groups?.long}`,
  file: table,
  without: row,
  by: '',
  test: `${shared}/rules.test.ts`,
  name: 'asks exactly these gates',
}))

const test = `${modules}/proof/proof.test.ts`
const agree = "{ ...open('partner'), while: [inOpenProgram, inStateFor(termsWorkflow, 'agree')] }"
const sign = "{ ...open('coordinator'), while: [whileOpen] }"
const outcomes = '({ outcome }): Commitment | null => (isAcceptance(outcome)'
const amounts = '(_, { program }): Commitment | null => (program !== null && isApprovable(program)'

/** Each place where something is said to commit a program, and what is asked of it then. */
export const guardMutants: Mutant[] = [
  {
    defence: 'proof: the host agrees to no terms that a gate guards',
    file: `${modules}/safeguards/policy.ts`,
    without: `agree: binding('terms', ${agree})`,
    by: `agree: ${agree}`,
    test,
    name: 'stops every move and commitment while it does not hold',
  },
  {
    defence: 'proof: nobody records an agreement to terms that a gate guards',
    file: `${modules}/safeguards/policy.ts`,
    without: "recordAgreement: binding('terms', {",
    by: 'recordAgreement: Object({',
    test,
    name: 'stops what is recorded for a host',
  },
  {
    defence: 'proof: no agreement is signed that a gate guards',
    file: `${modules}/partnerships/policy.ts`,
    without: `sign: binding('agreement', ${sign})`,
    by: `sign: ${sign}`,
    test,
    name: 'stops every move and commitment while it does not hold',
  },
  {
    defence: 'proof: nothing is shared that a gate guards',
    file: `${modules}/shares/service.ts`,
    without: "      commits: 'share' satisfies Commitment,\n",
    by: '',
    test,
    name: 'stops every move and commitment while it does not hold',
  },
  {
    defence: 'proof: nothing is accepted that a gate guards',
    file: `${modules}/decisions/service.ts`,
    without: `commits: ${outcomes} ? 'decide' : null)`,
    by: `commits: ${outcomes} ? null : null)`,
    test,
    name: 'stops an acceptance',
  },
  {
    defence: 'proof: nothing is approved that a gate guards',
    file: `${modules}/resources/approvals/service.ts`,
    without: "commits: state === approve.to ? 'approval' : null",
    by: 'commits: null',
    test,
    name: 'stops an approval, a move, and what would be committed',
  },
  {
    defence: 'proof: no money is committed that a gate guards',
    file: `${modules}/resources/ledger/service.ts`,
    without: `commits: ${amounts} ? 'money' : null)`,
    by: `commits: ${amounts} ? null : null)`,
    test,
    name: 'stops an approval, a move, and what would be committed',
  },
  {
    defence: 'proof: a commitment that a gate guards is refused',
    file: `${modules}/proof/service.ts`,
    without: 'if (failed.length > 0) throw gateFailed(failed, call.locale, place)',
    by: '',
    test,
    name: 'stops every move and commitment while it does not hold',
  },
  {
    defence: 'proof: nothing is committed while suspended',
    file: `${modules}/proof/service.ts`,
    without: 'if (row.suspendedCause !== null) {',
    by: "if (row.suspendedCause === 'security' && row.suspendedSince === null) {",
    test,
    name: 'waits while the program is suspended',
  },
  {
    defence: 'proof: a program whose context changed resumes on a new analysis',
    file: `${modules}/lifecycle/service.ts`,
    without: '    await requireAnalysed(tx, call, before)\n',
    by: '',
    test: `${modules}/lifecycle/ending.test.ts`,
    name: 'resumes on an analysis approved since',
  },
  {
    defence: 'proof: a mission that is not done keeps a program open',
    file: `${modules}/proof/facts.ts`,
    without: 'openMissions: missions.get(id) ?? 0',
    by: 'openMissions: missions.size === -1 ? 1 : 0',
    test: `${modules}/lifecycle/closing.test.ts`,
    name: 'is told of each thing that is still open',
  },
  {
    defence: 'proof: a question that may still be answered keeps a program open',
    file: `${shared}/gates.ts`,
    without: 'answeredAt === null && silenceOn > today',
    by: "answeredAt === '' && silenceOn > today",
    test: `${modules}/lifecycle/closing.test.ts`,
    name: 'waits for an opinion no longer',
  },
  {
    defence: 'proof: no money is asked for a program that is evaluated',
    file: `${modules}/resources/requests/policy.ts`,
    without: "program?.stage !== 'evaluation'",
    by: 'program?.stage !== undefined || program === null',
    test: `${modules}/lifecycle/closing.test.ts`,
    name: 'is asked for no money any more',
  },
  {
    defence: 'proof: of two decisions at one moment one is refused',
    file: `${modules}/programs/dossier-service.ts`,
    without: '    expectVersion(call, { version: program.version })\n',
    by: '',
    test: `${modules}/decisions/decisions.test.ts`,
    name: 'is done by one of the two',
  },
  {
    defence: 'proof: whoever verifies a late request confirms why it is late',
    file: `${modules}/requests/service.ts`,
    without: 'if (late && !isSaid) {',
    by: "if (late && !isSaid && kind === 'invitation') {",
    test: `${modules}/requests/requests.test.ts`,
    name: 'has the reason of a late one confirmed',
  },
  {
    defence: 'proof: no poll precedes the reception of the request',
    file: `${modules}/requests/service.ts`,
    without: 'electoralEvent !== null && electoralEvent.date < receivedOn',
    by: "electoralEvent?.date === ''",
    test: `${modules}/requests/requests.test.ts`,
    name: 'is signed, received, registered, and then the poll',
  },
  {
    defence: 'proof: an invitation is on file before it takes the short path',
    file: `${modules}/requests/service.ts`,
    without: "kind === 'invitation' && invitation === null",
    by: "kind === 'program' && invitation !== null",
    test: `${modules}/requests/requests.test.ts`,
    name: 'takes the short path on the invitation',
  },
  {
    defence: 'proof: an invitation outgrows the short path by its money',
    file: 'packages/shared/src/programs/rules.ts',
    without: 'money > Number(shortPathLimits.money.amount) || ',
    by: 'money < 0 || ',
    test: `${modules}/proof/short-path.test.ts`,
    name: 'is left for good once more money is planned',
  },
  {
    defence: 'proof: an invitation outgrows the short path by its days',
    file: 'packages/shared/src/programs/rules.ts',
    without: ' || days > Number(shortPathLimits.days)',
    by: ' || days < 0',
    test: `${modules}/proof/short-path.test.ts`,
    name: 'is left for good once more days is planned',
  },
  {
    defence: 'proof: a move asks what is in force, too',
    file: `${modules}/lifecycle/queries.ts`,
    without: '[...inForceAt(path, stage), ...asks]',
    by: 'asks',
    test,
    name: 'stops an approval, a move, and what would be committed',
  },
  {
    defence: 'proof: what lapsed by its day reads as failed',
    file: `${modules}/proof/queries.ts`,
    without: "phase !== 'past' && until !== null && asDay(until) < today",
    by: "phase !== 'past' && until !== null && asDay(until) === ''",
    test,
    name: 'lapses on its day without any act',
  },
  {
    defence: 'proof: what an act changes is weighed with it',
    file: 'apps/api/src/platform/records/changing.ts',
    without:
      '      const entry = { ...entryOf(record, action, step.id, row), ...told }\n      await settle(tx, call, entry, commits)\n',
    by: '      const entry = { ...entryOf(record, action, step.id, row), ...told }\n',
    test,
    name: 'is put right again by whoever mends it',
  },
]

/** The policy, row by row, and every guard. */
export const proofMutants: Mutant[] = [...rowMutants, ...guardMutants]
