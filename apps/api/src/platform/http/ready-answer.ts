import type { Endpoint, ReplyOf } from '@entente/shared/kernel/endpoint'

/** An answer the database already wrote as JSON: it goes out as it is, with its version. */
export class ReadyAnswer {
  readonly text: string
  readonly version: number
  constructor(text: string, version: number) {
    this.text = text
    this.version = version
  }
}

/** Stands for the answer of this endpoint. A test must hold the text against the contract: nothing is stripped here. */
export const ready = <E extends Endpoint>(text: string, version: number) =>
  new ReadyAnswer(text, version) as unknown as ReplyOf<E>
