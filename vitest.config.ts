import { defineConfig } from 'vitest/config'

// Code that forgets a time zone fails here: no offset of whole hours, and a day that begins before Toronto's.
process.env.TZ = 'Asia/Kathmandu'

const SECOND = 1000
const pageTests = 'apps/web/src/**/*-page.test.tsx'

export default defineConfig({
  test: {
    // One worker waits for PostgreSQL while the other computes. Each file makes a world of its own: what a module may
    // remember is no part of it, so that the modules are loaded once per worker.
    maxWorkers: 2,
    isolate: false,
    projects: [
      { test: { name: 'shared', include: ['packages/shared/src/**/*.test.ts'] } },
      { test: { name: 'web', include: ['apps/web/src/**/*.test.{ts,tsx}'], exclude: [pageTests] } },
      {
        // Each page as the browser draws it, answered by its contracts.
        test: {
          name: 'pages',
          include: [pageTests],
          environment: 'jsdom',
          isolate: false,
          setupFiles: 'apps/web/test/browser.ts',
          testTimeout: 20 * SECOND,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', 'apps/api/test/**/*.test.ts', 'prisma/**/*.test.ts'],
          globalSetup: 'apps/api/test/support/global-setup.ts',
          testTimeout: 20 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        // These start whole servers.
        test: {
          name: 'tools',
          include: ['tools/**/*.test.ts'],
          testTimeout: 120 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
    ],
  },
})
