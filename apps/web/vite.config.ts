import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

// The API serves `dist/index.html` and replaces %CSP_NONCE% in every answer.
export default defineConfig({
  plugins: [react()],
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
