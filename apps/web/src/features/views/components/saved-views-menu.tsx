import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { LazyPopup } from '../../../ui/layer/lazy-popup.tsx'
import { viewsQuery } from '../api.ts'

const ViewChoices = lazy(async () => ({ default: (await import('./view-choices.tsx')).ViewChoices }))
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

/** The saved views of a board: open one, save what is shown, keep one's own in order. */
export const SavedViewsMenu = ({ programId }: { programId: string | null }) => {
  const { t } = useTranslation('views')
  const { data: views = [] } = useQuery(viewsQuery(programId))
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const query = inOrder(useLocation().search)
  const current = views.find((view) => view.query === query)
  const dialog = { programId, query, onClose: () => setOpen(null) }
  const button = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconBookmark size={14} aria-hidden />}
      rightSection={<IconChevronDown size={14} aria-hidden />}
    >
      {current === undefined ? t('label') : t('labelOf', { name: current.name })}
    </Button>
  )
  return (
    <>
      <LazyPopup
        target={button}
        open={(target) => <ViewChoices target={target} views={views} query={query} onOpen={setOpen} />}
      />
      <Suspense>
        {open === 'save' && <SaveViewDialog {...dialog} />}
        {open === 'manage' && <OwnViewsDialog {...dialog} />}
      </Suspense>
    </>
  )
}
