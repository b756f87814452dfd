import react from '@vitejs/plugin-react'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

const hard = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/**
 * Writes each text asset compressed beside itself, once, harder than a server could at every request. It comes last:
 * Vite itself still rewrites the code (its list of preloads) when the bundle is generated.
 */
const precompress = (): Plugin => ({
  name: 'precompress',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(js|css)$/.test(fileName)) continue
        const source = file.type === 'chunk' ? file.code : file.source
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source, hard) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source) })
      }
    },
  },
})

// The API serves `dist/index.html` and replaces %CSP_NONCE% in every answer.
export default defineConfig({
  plugins: [react(), precompress()],
  html: { cspNonce: '%CSP_NONCE%' },
  server: { proxy: { '/api': api, '/health': api, '/ready': api, '/openapi.json': api } },
  build: {
    target: 'es2022',
    // No data: URLs, so that the policy can name its own origin only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)[\\/]/,
            },
            { name: 'dnd', test: /node_modules[\\/]@dnd-kit[\\/]/ },
          ],
        },
      },
    },
  },
})
