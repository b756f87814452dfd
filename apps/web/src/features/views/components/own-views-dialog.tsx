import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewsQuery } from '../api.ts'
import { OwnView } from './own-view.tsx'
import styles from './own-view.module.css'
import { Dialog } from '../../../ui/layer/dialog.tsx'

type Props = { programId: string | null; query: string; onClose: () => void }

/** My views of this board: rename, share, point elsewhere, delete. */
export const OwnViewsDialog = ({ programId, query, onClose }: Props) => {
  const { t } = useTranslation(['views', 'ui'])
  const { data: views = [] } = useQuery(viewsQuery(programId))
  const mine = views.filter(({ can }) => can.includes('edit'))
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('views:manage.title')}>
      {mine.length === 0 && <Text c="dimmed">{t('views:none')}</Text>}
      <ul className={styles.views}>
        {mine.map((view) => (
          <OwnView key={view.id} view={view} query={query} />
        ))}
      </ul>
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('ui:close')}
        </Button>
      </Group>
    </Dialog>
  )
}
