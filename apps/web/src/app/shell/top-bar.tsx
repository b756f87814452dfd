import type { Session } from '@entente/shared/users/contract'
import { Burger, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { PersonMenu } from './person-menu.tsx'
import { QuickAccess } from '../palette/quick-access.tsx'
import { ThemeMenu } from '../theme/theme-menu.tsx'
import styles from './top-bar.module.css'

type Props = { session: Session; isMenuOpen: boolean; onToggleMenu: () => void }

export const TopBar = ({ session, isMenuOpen, onToggleMenu }: Props) => {
  const { t } = useTranslation('app')
  return (
    <div className={styles.bar}>
      <Group gap="xs" wrap="nowrap">
        <Burger
          hiddenFrom="sm"
          opened={isMenuOpen}
          onClick={onToggleMenu}
          size="sm"
          aria-label={t(isMenuOpen ? 'closeMenu' : 'openMenu')}
          aria-expanded={isMenuOpen}
        />
        <Link className={styles.brand} to={paths.home.href()}>
          <img src="/assets/entente-v1.svg" alt="" width={24} height={24} />
          Entente
        </Link>
      </Group>
      <Group gap={4} wrap="nowrap" ml="auto">
        <QuickAccess can={session.can} />
        <LanguageSwitch />
        <ThemeMenu />
        <PersonMenu user={session.user} />
      </Group>
    </div>
  )
}
