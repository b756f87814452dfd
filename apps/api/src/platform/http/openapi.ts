import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from '@fastify/type-provider-zod'
import type { FastifyInstance } from 'fastify'

/** Describes every mounted endpoint from its contract, as OpenAPI 3.1. */
export const describeApi = async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Entente',
        version: '1',
        description: 'Case management for international electoral cooperation. Refusals are RFC 9457 problems.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'entente' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}
