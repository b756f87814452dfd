import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconPlayerPause, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PopupMenu } from '../../../ui/layer/popup-menu.tsx'
import type { PopupTrigger } from '../../../ui/layer/lazy-popup.tsx'

type Props = {
  target: PopupTrigger
  canSuspend: boolean
  canEnd: boolean
  canReopen: boolean
  onOpen: (dialog: 'suspend' | 'end' | 'reopen') => void
}

/** The rarer things that can be done to a dossier. */
export const ProgramChoices = ({ target, canSuspend, canEnd, canReopen, onOpen }: Props) => {
  const { t } = useTranslation('lifecycle')
  return (
    <PopupMenu position="bottom-end" target={target}>
      {canSuspend && (
        <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => onOpen('suspend')}>
          {t('suspend.open')}
        </Menu.Item>
      )}
      {canReopen && (
        <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => onOpen('reopen')}>
          {t('reopen.open')}
        </Menu.Item>
      )}
      {canEnd && (
        <Menu.Item leftSection={<IconX size={16} />} onClick={() => onOpen('end')}>
          {t('end.open')}
        </Menu.Item>
      )}
    </PopupMenu>
  )
}
