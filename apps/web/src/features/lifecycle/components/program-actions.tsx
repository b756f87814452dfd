import type { Program } from '@entente/shared/programs/contract'
import { isEnd, type Stage } from '@entente/shared/programs/workflow'
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowRight, IconDotsVertical, IconPlayerPlay } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../ui/feedback/why-not.tsx'
import { LazyPopup } from '../../../ui/layer/lazy-popup.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'

const EndDialog = lazy(async () => ({ default: (await import('./end-dialog.tsx')).EndDialog }))
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))
const ProgramChoices = lazy(async () => ({ default: (await import('./program-choices.tsx')).ProgramChoices }))
const ReopenDialog = lazy(async () => ({ default: (await import('./reopen-dialog.tsx')).ReopenDialog }))
const ResumeDialog = lazy(async () => ({ default: (await import('./suspension-dialog.tsx')).ResumeDialog }))
const SuspendDialog = lazy(async () => ({ default: (await import('./suspension-dialog.tsx')).SuspendDialog }))

type Open = { move: Stage } | 'end' | 'reopen' | 'suspend' | 'resume' | null

type DialogProps = { program: Program; open: Open; onClose: () => void }

/** The dialog of what was chosen, if anything was. */
const OpenDialog = ({ program, open, onClose }: DialogProps) => {
  if (open === null) return null
  if (typeof open === 'object') return <MoveDialog program={program} to={open.move} onClose={onClose} />
  if (open === 'end') return <EndDialog program={program} onClose={onClose} onDone={onClose} />
  const Dialog = { reopen: ReopenDialog, suspend: SuspendDialog, resume: ResumeDialog }[open]
  return <Dialog program={program} onClose={onClose} />
}

/** What can be done to the dossier as a whole: the next step, a pause, an end. */
export const ProgramActions = ({ program }: { program: Program }) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const next = program.moves.find((to) => !isEnd(to))
  const canEnd = program.moves.some(isEnd)
  const canReopen = isNamed(program, 'reopen') && program.stages.length > 1
  return (
    <>
      {program.suspended !== null && (
        <ActionButton
          of={program}
          to="resume"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => setOpen('resume')}
        >
          {t('resume.title')}
        </ActionButton>
      )}
      {next !== undefined && (
        <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={() => setOpen({ move: next })}>
          {t('move.action', { stage: stageName(next) })}
        </Button>
      )}
      {(canEnd || canReopen || isNamed(program, 'suspend')) && (
        <LazyPopup
          target={
            <ActionIcon size={36} variant="default" aria-label={t('more')}>
              <IconDotsVertical size={18} aria-hidden />
            </ActionIcon>
          }
          open={(target) => <ProgramChoices {...{ target, program, canEnd, canReopen }} onOpen={setOpen} />}
        />
      )}
      <Suspense>
        <OpenDialog program={program} open={open} onClose={close} />
      </Suspense>
    </>
  )
}
