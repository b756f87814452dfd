import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format/format.ts'
import { StatusBadge } from '../feedback/status-badge.tsx'
import styles from './save-status.module.css'
import type { SaveState } from './use-autosave.ts'

/** Whether what was typed is kept: being saved, saved at, offline, refused. */
export const SaveStatus = ({ save }: { save: SaveState }) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  return (
    <output className={styles.mark}>
      {save.phase === 'saving' && <span>{t('save.saving')}</span>}
      {save.phase === 'saved' && <span>{t('save.saved', { at: format.time(save.at) })}</span>}
      {save.phase === 'offline' && <StatusBadge kind="waiting">{t('save.offline')}</StatusBadge>}
      {save.phase === 'refused' && <StatusBadge kind="blocked">{t('save.refused')}</StatusBadge>}
    </output>
  )
}
