import type { SavedView } from '@entente/shared/views/contract'
import { Menu, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBookmark, IconCheck, IconPencil, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PopupTrigger } from '../../../ui/layer/lazy-popup.tsx'
import { PopupMenu } from '../../../ui/layer/popup-menu.tsx'
import { sessionQuery } from '../../users/api.ts'

type ListProps = { title: string; views: readonly SavedView[]; query: string }

const ViewList = ({ title, views, query }: ListProps) =>
  views.length > 0 && (
    <>
      <Menu.Label>{title}</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          component={Link}
          to={{ search: view.query }}
          aria-current={view.query === query ? 'page' : undefined}
          leftSection={
            view.query === query ? <IconCheck size={16} aria-hidden /> : <IconBookmark size={16} aria-hidden />
          }
        >
          {view.name}
          {!view.isMine && (
            <Text component="span" size="xs" c="dimmed">
              {` · ${view.owner.name}`}
            </Text>
          )}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )

type Props = {
  target: PopupTrigger
  views: readonly SavedView[]
  /** The filters of the page, in the order of a view's. */
  query: string
  onOpen: (dialog: 'save' | 'manage') => void
}

/** One's own views and those of colleagues, and what can be done with one's own. */
export const ViewChoices = ({ target, views, query, onOpen }: Props) => {
  const { t } = useTranslation('views')
  const { data: session } = useQuery(sessionQuery)
  const mine = views.filter(({ isMine }) => isMine)
  return (
    <PopupMenu position="bottom-start" target={target}>
      <ViewList title={t('mine')} views={mine} query={query} />
      <ViewList title={t('ofColleagues')} views={views.filter(({ isMine }) => !isMine)} query={query} />
      {session?.can.includes('saveView') === true && (
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onOpen('save')}>
          {t('save.open')}
        </Menu.Item>
      )}
      {mine.length > 0 && (
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen('manage')}>
          {t('manage.open')}
        </Menu.Item>
      )}
    </PopupMenu>
  )
}
