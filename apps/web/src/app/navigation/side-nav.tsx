import type { Door } from '@entente/shared/users/options'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '../../paths.ts'
import { destinationsFor } from './destinations.ts'
import styles from './side-nav.module.css'

export const SideNav = ({ can }: { can: readonly Door[] }) => {
  const { t } = useTranslation('app')
  return (
    <ul className={styles.list}>
      {destinationsFor(can).map(({ id, href, icon: Icon }) => (
        <li key={id}>
          <NavLink className={styles.link ?? ''} to={href} end={href === paths.home.path}>
            <Icon size={18} stroke={1.6} aria-hidden />
            {t(`nav.${id}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
