import { ends, type Stage } from '@entente/shared/programs/workflow'
import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf } from '../../../lib/form/form.ts'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { useMoveProgram } from '../api.ts'
import { RefusedGates } from './refused-gates.tsx'

type Props = {
  program: { id: string; reference: string; version: number; moves: readonly Stage[] }
  onClose: () => void
  onDone: () => void
}

/** Ends a dossier before its time: which end, and why. */
export const EndDialog = ({ program, onClose, onDone }: Props) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const move = useMoveProgram()
  const open = ends.filter((end) => program.moves.includes(end))
  const [end, setEnd] = useState(open[0])
  const [note, setNote] = useState('')
  const [isBlank, setIsBlank] = useState(false)
  const confirm = () => {
    setIsBlank(note.trim() === '')
    if (end === undefined || note.trim() === '') return
    move.mutate(
      { params: { id: program.id }, body: { to: end, note }, ifMatch: program.version },
      { onSuccess: onDone },
    )
  }
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      size="lg"
      title={t('end.title', { reference: program.reference })}
      action={end === undefined ? t('end.action') : t(`end.as.${end}`)}
      isBusy={move.isPending}
      isDisabled={end === undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {end === undefined && <p>{t('end.none')}</p>}
      <NativeSelect
        label={t('end.how')}
        value={end ?? ''}
        data={open.map((value) => ({ value, label: stageName(value) }))}
        onChange={(event) => {
          setEnd(open.find((value) => value === event.currentTarget.value))
          move.reset()
        }}
      />
      <Textarea
        label={t('end.why')}
        required
        autosize
        minRows={3}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={isBlank ? t('end.whyRequired') : (fieldErrorsOf(move.error)['note'] ?? null)}
      />
      <RefusedGates programId={program.id} to={end} error={move.error} onFollow={onClose} />
    </ConfirmDialog>
  )
}
