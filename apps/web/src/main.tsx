import './app/mantine-styles.ts'
import '@fontsource-variable/inter/wght.css'
import './app/fonts.css'
import './app/theme.css'
import { createRoot } from 'react-dom/client'
import { Providers } from './app/providers.tsx'
import { AppRouter } from './app/router.tsx'
import { startI18n } from './lib/i18n.ts'
import { adoptStyleNonce } from './lib/nonce.ts'
import { reloadWhenStale } from './lib/stale-build.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

adoptStyleNonce()
reloadWhenStale()
await startI18n()
createRoot(root).render(
  <Providers>
    <AppRouter />
  </Providers>,
)
