import '../../platform/rules/actor.d.ts'

// What an account adds to who is asking: the organization it speaks for, and how much it may approve.
declare module '../../platform/rules/actor.d.ts' {
  interface ActorDetails {
    email: string
    organizationId: string | null
    limitMoney: string | null
    limitDays: string | null
  }
}
