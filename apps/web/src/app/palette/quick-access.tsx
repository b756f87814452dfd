import type { Door } from '@entente/shared/users/options'
import { Button, Text } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSingleKeys } from './use-single-keys.ts'

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))
const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }))

const keys = 'Ctrl K'

type Layer = 'palette' | 'keys' | null

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Ctrl+K finds and does anything, `?` shows the keys: both load when first asked for. */
export const QuickAccess = ({ can }: { can: readonly Door[] }) => {
  const { t } = useTranslation('app')
  const [layer, setLayer] = useState<Layer>(null)
  const { isOn: hasSingleKeys } = useSingleKeys()
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k'
      const isKeys = event.key === '?' && hasSingleKeys && !isTyping(event)
      if (!isPalette && !isKeys) return
      event.preventDefault()
      setLayer(isPalette ? 'palette' : 'keys')
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [hasSingleKeys])
  return (
    <>
      <Button
        variant="default"
        px="xs"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('palette.open')}
        title={keys}
        aria-keyshortcuts="Control+K"
        onClick={() => setLayer('palette')}
      >
        <Text component="span" size="sm" visibleFrom="sm">
          {t('palette.open')}
        </Text>
      </Button>
      <Suspense>
        {layer === 'palette' && (
          <CommandPalette can={can} onShowKeys={() => setLayer('keys')} onClose={() => setLayer(null)} />
        )}
        {layer === 'keys' && <ShortcutsDialog onClose={() => setLayer(null)} />}
      </Suspense>
    </>
  )
}
