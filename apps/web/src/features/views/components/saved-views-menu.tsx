import type { SavedView } from '@entente/shared/views/contract'
import { Button, Menu, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBookmark, IconCheck, IconChevronDown, IconPencil, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { sessionQuery } from '../../users/api.ts'
import { viewsQuery } from '../api.ts'

const SaveViewDialog = lazy(async () => ({ default: (await import('./save-view-dialog.tsx')).SaveViewDialog }))
const OwnViewsDialog = lazy(async () => ({ default: (await import('./own-views-dialog.tsx')).OwnViewsDialog }))

/** The filters of an address in one order, so that the same view is the same text. */
const inOrder = (search: string) => {
  const filters = new URLSearchParams(search)
  // What is open on top of a view is not part of it.
  filters.delete('card')
  filters.sort()
  return filters.toString()
}

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

/** The saved views of a board: open one, save what is shown, keep one's own in order. */
export const SavedViewsMenu = ({ programId }: { programId: string | null }) => {
  const { t } = useTranslation('views')
  const { data: views = [] } = useQuery(viewsQuery(programId))
  const { data: session } = useQuery(sessionQuery)
  const maySave = session?.user.roles.some((role) => role !== 'auditor')
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const query = inOrder(useLocation().search)
  const mine = views.filter(({ isMine }) => isMine)
  const current = views.find((view) => view.query === query)
  const dialog = { programId, query, onClose: () => setOpen(null) }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBookmark size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {current === undefined ? t('label') : t('labelOf', { name: current.name })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ViewList title={t('mine')} views={mine} query={query} />
          <ViewList title={t('ofColleagues')} views={views.filter(({ isMine }) => !isMine)} query={query} />
          {maySave === true && (
            <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('save')}>
              {t('save.open')}
            </Menu.Item>
          )}
          {mine.length > 0 && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('manage')}>
              {t('manage.open')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {open === 'save' && <SaveViewDialog {...dialog} />}
        {open === 'manage' && <OwnViewsDialog {...dialog} />}
      </Suspense>
    </>
  )
}
