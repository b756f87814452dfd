import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'

type Props = {
  outcome: 'returned' | 'refused'
  isBusy: boolean
  error: unknown
  /** What is refused or returned, when it is not a request for resources. */
  title?: string
  /** What the question may be about: one line, or the request as a whole. */
  lines?: readonly { id: string; description: string }[]
  onConfirm: (reason: string, lineId: string) => void
  onClose: () => void
}

/** Returns with a question or refuses with a reason: neither goes without words. */
export const ReasonDialog = ({ outcome, title, isBusy, error, lines = [], onConfirm, onClose }: Props) => {
  const { t } = useTranslation('resources/rules')
  const [reason, setReason] = useState('')
  const [lineId, setLineId] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isEmpty = reason.trim() === ''
  return (
    <ConfirmDialog
      isOpen
      title={title ?? t(`reason.title.${outcome}`)}
      action={t(`reason.action.${outcome}`)}
      isBusy={isBusy}
      isDangerous={outcome === 'refused'}
      error={error}
      onConfirm={() => (isEmpty ? setAsked(true) : onConfirm(reason, lineId))}
      onClose={onClose}
    >
      {lines.length > 1 && (
        <NativeSelect
          label={t('reason.about')}
          value={lineId}
          data={[
            { value: '', label: t('reason.whole') },
            ...lines.map(({ id, description }) => ({ value: id, label: description })),
          ]}
          onChange={(event) => setLineId(event.currentTarget.value)}
        />
      )}
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
