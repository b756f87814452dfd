/** What the slice that keeps the accounts adds to who is asking, by declaration merging: only an interface can do it. */
export interface ActorDetails {}
