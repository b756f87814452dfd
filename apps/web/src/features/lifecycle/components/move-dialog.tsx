import type { Program } from '@entente/shared/programs/contract'
import type { Stage } from '@entente/shared/programs/workflow'
import { Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { GatePanel } from '../../../ui/feedback/gate-panel.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { gatesQuery, useMoveProgram } from '../api.ts'

type Props = { program: Program; to: Stage; onClose: () => void }

/** The next step with all it asks; it can be taken once nothing is in the way. */
export const MoveDialog = ({ program, to, onClose }: Props) => {
  const { t } = useTranslation('lifecycle')
  const stage = useStageName()(to)
  const report = useQuery(gatesQuery(program.id, to))
  const move = useMoveProgram()
  const [note, setNote] = useState('')
  const confirm = () =>
    move.mutate(
      {
        params: { id: program.id },
        body: { to, ...(note.trim() !== '' && { note }) },
        ifMatch: program.version,
      },
      { onSuccess: onClose },
    )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('move.title', { stage })}
      action={t('move.action', { stage })}
      isBusy={move.isPending}
      isDisabled={report.data?.passable !== true}
      error={move.error ?? report.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {report.isPending && <PanelSkeleton />}
      {report.data !== undefined && (
        <>
          <Text size="sm">{t(report.data.passable ? 'move.passable' : 'move.blocked')}</Text>
          <GatePanel label={t('move.gates')} gates={report.data.gates} onFollow={onClose} />
        </>
      )}
      <Textarea
        label={t('move.note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
