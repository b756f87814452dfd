import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './table-alternative.module.css'

/** What a drawing shows, as a table: folded away, never absent. */
export const TableAlternative = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation('ui')
  return (
    <details className={styles.twin}>
      <summary>{t('tableTwin')}</summary>
      {children}
    </details>
  )
}
