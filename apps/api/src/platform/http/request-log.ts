import type { FastifyRequest } from 'fastify'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** A long word of the letters that tokens are made of. */
const word = /[\w-]{20,}/g

/** An address without what looks like a secret: who reads a log opens nothing with it. Ids of records stay. */
export const withoutSecrets = (url: string) => url.replaceAll(word, (part) => (uuid.test(part) ? part : '…'))

/** What the log keeps of a request. */
export const toLog = ({ method, url, ip }: FastifyRequest) => ({ method, url: withoutSecrets(url), remoteAddress: ip })
