import type { Program } from '@entente/shared/programs/contract'
import { isEnd, type Stage } from '@entente/shared/programs/workflow'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowRight, IconDotsVertical, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { EndDialog } from './end-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { ResumeDialog, SuspendDialog } from './suspension-dialog.tsx'

type Open = { move: Stage } | 'end' | 'suspend' | 'resume' | null

/** What can be done to the dossier as a whole: the next step, a pause, an end. */
export const ProgramActions = ({ program }: { program: Program }) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const next = program.moves.find((to) => !isEnd(to))
  const canEnd = program.moves.some(isEnd)
  const canSuspend = program.can.includes('suspend')
  return (
    <>
      {program.can.includes('resume') && (
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => setOpen('resume')}>
          {t('resume.title')}
        </Button>
      )}
      {next !== undefined && (
        <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={() => setOpen({ move: next })}>
          {t('move.action', { stage: stageName(next) })}
        </Button>
      )}
      {(canEnd || canSuspend) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={36} variant="default" aria-label={t('more')}>
              <IconDotsVertical size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {canSuspend && (
              <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => setOpen('suspend')}>
                {t('suspend.open')}
              </Menu.Item>
            )}
            {canEnd && (
              <Menu.Item leftSection={<IconX size={16} />} onClick={() => setOpen('end')}>
                {t('end.open')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {typeof open === 'object' && open !== null && <MoveDialog program={program} to={open.move} onClose={close} />}
      {open === 'end' && <EndDialog program={program} onClose={close} onDone={close} />}
      {open === 'suspend' && <SuspendDialog program={program} onClose={close} />}
      {open === 'resume' && <ResumeDialog program={program} onClose={close} />}
    </>
  )
}
