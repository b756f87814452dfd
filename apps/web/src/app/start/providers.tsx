import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { styleNonce } from './nonce.ts'
import { Announcer } from '../../ui/feedback/announcer.tsx'
import { queryClient } from '../routing/query-client.ts'
import { cssVariables, theme } from '../theme/theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'entente.theme' })

export const Providers = ({ children }: { children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    colorSchemeManager={colorScheme}
    defaultColorScheme="auto"
    getStyleNonce={styleNonce}
  >
    <QueryClientProvider client={queryClient}>
      {children}
      <Announcer />
    </QueryClientProvider>
  </MantineProvider>
)
