import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'

type Props = {
  outcome: 'returned' | 'refused'
  isBusy: boolean
  error: unknown
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Returns with a question or refuses with a reason: neither goes without words. */
export const ReasonDialog = ({ outcome, isBusy, error, onConfirm, onClose }: Props) => {
  const { t } = useTranslation('allocations')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isEmpty = reason.trim() === ''
  return (
    <ConfirmDialog
      isOpen
      title={t(`reason.title.${outcome}`)}
      action={t(`reason.action.${outcome}`)}
      isBusy={isBusy}
      isDangerous={outcome === 'refused'}
      error={error}
      onConfirm={() => (isEmpty ? setAsked(true) : onConfirm(reason))}
      onClose={onClose}
    >
      <Textarea
        label={t(`reason.label.${outcome}`)}
        required
        data-autofocus
        autosize
        minRows={3}
        value={reason}
        error={isAsked && isEmpty ? t(`reason.missing.${outcome}`) : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
