import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

const hard = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

/** Writes each text asset compressed beside itself, once, harder than a server could at every request. */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets')
    for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const source = readFileSync(join(assets, name))
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(source, hard))
      writeFileSync(join(assets, `${name}.gz`), gzipSync(source, { level: constants.Z_BEST_COMPRESSION }))
    }
  },
})

const jsonSchema = /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/
const english = /zod[\\/]v4[\\/]locales[\\/]en\.js$/

/** Only the server writes JSON Schema from contracts, and their refusals have words of our own: none of zod's in the browser. */
const leanContracts = (): Plugin => ({
  name: 'lean-contracts',
  apply: 'build',
  load: (id) => {
    if (english.test(id)) return 'export default () => ({ localeError: () => undefined })'
    if (!jsonSchema.test(id)) return null
    const names = [...readFileSync(id, 'utf8').matchAll(/^export .*?(?:const|function|as) (\w+)/gm)].map(
      ([, name]) => name,
    )
    return `const none = () => { throw new Error('No JSON Schema here') }\nexport { ${names.map((name) => `none as ${name}`).join(', ')} }`
  },
})

/** Has the browser fetch the frame with the small entry, not after it. */
const preloadFrame = (): Plugin => ({
  name: 'preload-frame',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /assets\/frame-.*\.js$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        })),
  },
})

// The API serves `dist/index.html` and replaces %CSP_NONCE% in every answer.
export default defineConfig({
  plugins: [react(), leanContracts(), preloadFrame(), precompress()],
  html: { cspNonce: '%CSP_NONCE%' },
  server: { proxy: { '/api': api, '/health': api, '/ready': api, '/openapi.json': api } },
  build: {
    target: 'es2022',
    // No data: URLs, so that the policy can name its own origin only.
    assetsInlineLimit: 0,
    // Every browser we serve asks for modules ahead by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page starts with, what every signed-in page, every dossier, every list and every board is made of:
          // each in one piece, which compresses better than forty (a test weighs the board's route).
          groups: [
            { name: 'start', test: /\.(m?js|tsx?)$/, tags: ['$initial'] },
            { name: 'frame', test: /src[\\/]app[\\/]start[\\/]start-app\.tsx$/ },
            { name: 'layout', test: /src[\\/]app[\\/]shell[\\/]layout\.tsx$/ },
            { name: 'dossier', test: /src[\\/]app[\\/]pages[\\/]program-page\.tsx$/ },
            {
              name: 'controls',
              test: /src[\\/]ui[\\/](page[\\/](filter-bar|section|view-switch)|display[\\/]flag|feedback[\\/]status-badge|layer[\\/]lazy-popup|form[\\/]search-field)\.tsx$/,
            },
            { name: 'board', test: /src[\\/]app[\\/]pages[\\/]activities-page\.tsx$/ },
          ],
        },
      },
    },
  },
})
