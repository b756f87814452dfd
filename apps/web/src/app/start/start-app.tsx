import './no-eval.ts'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../../lib/i18n/i18n.ts'
import { adoptStyleNonce } from './nonce.ts'
import { Providers } from './providers.tsx'
import { AppRouter } from '../routing/router.tsx'

/** Draws the page at this address, and every one after it. */
export const begin = async () => {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  adoptStyleNonce()
  await startI18n()
  createRoot(root).render(
    <Providers>
      <AppRouter />
    </Providers>,
  )
}
