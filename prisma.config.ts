// Prisma's CLI downloads a native engine for every command unless it is told of a binary. `generate`,
// `validate` and `format` never run it (they are wasm), so any existing program will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
// Its other connection, asking for news of itself.
process.env.CHECKPOINT_DISABLE ??= '1'

import { defineConfig } from 'prisma/config'

// `prisma migrate` and `prisma db push` would do nothing here and report success: use `npm run db:migration`.
export default defineConfig({ schema: 'prisma', migrations: { path: 'prisma/migrations' } })
