import { IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './demo-ribbon.module.css'

/** Nobody may take demonstration data for real files. */
export const DemoRibbon = () => {
  const { t } = useTranslation('app')
  return (
    <div className={styles.ribbon} role="note">
      <IconFlask size={16} aria-hidden />
      <span>
        <strong>{t('demo.title')}</strong>
        <span className={styles.detail}>{t('demo.detail')}</span>
      </span>
    </div>
  )
}
