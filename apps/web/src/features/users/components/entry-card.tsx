import { Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './entry-card.module.css'

/** The door of the house: pages for people who have no session yet. */
export const EntryCard = ({ title, children }: { title: string; children: ReactNode }) => {
  const { t } = useTranslation('users')
  return (
    <main className={styles.main}>
      <title>{`${title} · Entente`}</title>
      <Paper className={styles.card} withBorder>
        <div className={styles.brand}>
          <img src="/assets/entente-v1.svg" alt="" width={28} height={28} />
          <span>
            <strong>Entente</strong>
            <span>{t('signIn.tagline')}</span>
          </span>
        </div>
        {children}
      </Paper>
    </main>
  )
}
