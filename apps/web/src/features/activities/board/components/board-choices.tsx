import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PopupTrigger } from '../../../../ui/layer/lazy-popup.tsx'
import { PopupMenu } from '../../../../ui/layer/popup-menu.tsx'

type Props = {
  target: PopupTrigger
  onSelect: () => void
  onOpen: (what: 'column' | 'board') => void
  onFill: () => void
}

/** What can be done with a board as a whole. */
export const BoardChoices = ({ target, onSelect, onOpen, onFill }: Props) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  return (
    <PopupMenu position="bottom-end" target={target}>
      <Menu.Item onClick={onSelect}>{t('bulk.start')}</Menu.Item>
      <Menu.Item onClick={() => onOpen('column')}>{t('column.add')}</Menu.Item>
      <Menu.Item onClick={() => onOpen('board')}>{t('board.title')}</Menu.Item>
      <Menu.Item onClick={onFill}>{t('board.fill')}</Menu.Item>
    </PopupMenu>
  )
}
