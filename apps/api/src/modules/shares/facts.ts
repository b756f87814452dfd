import { isFailed } from '@entente/shared/kernel/gate'
import type { Locale } from '@entente/shared/kernel/text'
import { type AccessFacts, diligenceBeforeAccess } from '@entente/shared/shares/gates'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asDay } from '../../platform/database/clock.ts'
import { shortName } from '../organizations/presenter.ts'

/** An organization with what its access to programs rests on. */
export const withGrounds = { agreements: true, programs: true } satisfies Prisma.OrganizationInclude
type WithGrounds = Prisma.OrganizationGetPayload<{ include: typeof withGrounds }>

/** What the access of an organization to a program rests on, on a day. */
export const accessFacts = (of: WithGrounds, programId: string, today: string, locale: Locale): AccessFacts => {
  const roles = of.programs.filter((part) => part.programId === programId).map(({ role }) => role)
  const agreed = of.agreements.filter(({ startsOn, endsOn }) => asDay(startsOn) <= today && today <= asDay(endsOn))
  return {
    program: { id: programId },
    access: {
      organization: shortName(of, locale),
      takesPart: roles.length > 0,
      hosts: roles.includes('host'),
      isCleared: of.dueDiligence === 'cleared',
      agreedUntil:
        agreed
          .map(({ endsOn }) => asDay(endsOn))
          .toSorted()
          .at(-1) ?? null,
    },
  }
}

const renew = {
  fr: 'Renouveler ce partage : l’entente sur laquelle il reposait est échue',
  en: 'Renew this share: the agreement it rested on has expired',
}

/** What an ended access lacks, in words. */
export const lackingOf = (facts: AccessFacts, locale: Locale) => {
  const verdict = diligenceBeforeAccess.evaluate(facts)
  return isFailed(verdict) ? verdict.missing.map(({ label }) => label[locale]) : [renew[locale]]
}
