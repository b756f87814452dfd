import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../rules/problems.ts'

/**
 * An address whose escapes mean nothing is taken for the characters it is made of. Fastify would answer it before any
 * hook, so without the headers of every answer.
 */
export const readableAddress = (url: string) => {
  try {
    decodeURIComponent(url.split('?')[0] ?? url)
    return url
  } catch {
    return url.replaceAll('%', '%25')
  }
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Headers of every answer, with a policy that has no `unsafe-*`; pages get a nonce of their own. */
export const addSecurityHeaders = async (app: FastifyInstance, secure: boolean) => {
  await app.register(helmet, {
    enableCSPNonces: false,
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
  })
  app.addHook('onRequest', async (_request, reply) => {
    // Nothing is kept on the way or by the browser, unless an answer says otherwise of itself.
    void reply.header('cache-control', 'no-store')
    void reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  })
}

/** The policy of an HTML page whose scripts and styles carry this answer's nonce. */
export const pagePolicy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

export const newNonce = () => randomBytes(18).toString('base64')

const isOwn = (request: FastifyRequest, origin: string, publicUrl: string | null) => {
  if (publicUrl !== null) return origin === new URL(publicUrl).origin
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}

/** Refuses a state change asked by another site (403), whatever cookie came with it. */
export const requireOwnOrigin = (request: FastifyRequest, publicUrl: string | null) => {
  if (reads.has(request.method)) return
  const { origin, 'sec-fetch-site': site } = request.headers
  const foreign = origin !== undefined && !isOwn(request, origin, publicUrl)
  if (foreign || site === 'cross-site' || site === 'same-site') {
    throw new ProblemError('foreign-origin', {
      detail: {
        fr: 'Cette demande vient d’un autre site ; elle n’a pas été traitée.',
        en: 'This request comes from another site; it was not processed.',
      },
    })
  }
}

/** The media type before its parameters: blanks and tabs may surround it, no other character. */
const mediaTypeOf = (request: FastifyRequest) =>
  /^[ \t]*([^ \t;]+)[ \t]*(?:;|$)/.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase()

/** Refuses a body that is not JSON, or for an upload not multipart (415). A request without body has no type. */
export const requireContentType = (request: FastifyRequest, upload: boolean) => {
  if (reads.has(request.method)) return
  const { 'content-type': header, 'content-length': length, 'transfer-encoding': encoding } = request.headers
  const hasBody = (length !== undefined && length !== '0') || encoding !== undefined
  if (!hasBody && header === undefined) return
  const wanted = upload ? 'multipart/form-data' : 'application/json'
  if (mediaTypeOf(request) !== wanted) {
    throw new ProblemError('unsupported-media-type', {
      detail: { fr: `Envoyez un corps de type ${wanted}.`, en: `Send a body of type ${wanted}.` },
    })
  }
}
