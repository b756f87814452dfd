import type { Program } from '@entente/shared/programs/contract'
import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconPlayerPause, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ActionItem } from '../../../ui/feedback/action-item.tsx'
import { PopupMenu } from '../../../ui/layer/popup-menu.tsx'
import type { PopupTrigger } from '../../../ui/layer/lazy-popup.tsx'

type Props = {
  target: PopupTrigger
  program: Program
  canEnd: boolean
  canReopen: boolean
  onOpen: (dialog: 'suspend' | 'end' | 'reopen') => void
}

/** The rarer things that can be done to a dossier. */
export const ProgramChoices = ({ target, program, canEnd, canReopen, onOpen }: Props) => {
  const { t } = useTranslation('lifecycle')
  return (
    <PopupMenu position="bottom-end" target={target}>
      <ActionItem
        of={program}
        to="suspend"
        leftSection={<IconPlayerPause size={16} />}
        onClick={() => onOpen('suspend')}
      >
        {t('suspend.open')}
      </ActionItem>
      {canReopen && (
        <ActionItem
          of={program}
          to="reopen"
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => onOpen('reopen')}
        >
          {t('reopen.open')}
        </ActionItem>
      )}
      {canEnd && (
        <Menu.Item leftSection={<IconX size={16} />} onClick={() => onOpen('end')}>
          {t('end.open')}
        </Menu.Item>
      )}
    </PopupMenu>
  )
}
