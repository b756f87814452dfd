import { ActionIcon, useComputedColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyPopup } from '../../ui/layer/lazy-popup.tsx'

const ThemeChoices = lazy(async () => ({ default: (await import('./theme-choices.tsx')).ThemeChoices }))

export const ThemeMenu = () => {
  const { t } = useTranslation('app')
  const isDark = useComputedColorScheme('light') === 'dark'
  const button = (
    <ActionIcon aria-label={t('theme.label')} size={32}>
      {isDark ? <IconMoon size={18} /> : <IconSun size={18} />}
    </ActionIcon>
  )
  return <LazyPopup target={button} open={(target) => <ThemeChoices target={target} />} />
}
