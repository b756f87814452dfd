import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsUploading } from '../../lib/api/use-command.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { Dialog } from './dialog.tsx'

export type ConfirmDialogProps = {
  title: string
  /** What will happen, in so many words: "Approve 18 000 $". */
  action: string
  isOpen: boolean
  isBusy?: boolean
  isDangerous?: boolean
  isDisabled?: boolean
  error?: unknown
  /** Room for a form with several fields. */
  size?: 'md' | 'lg' | 'xl'
  onConfirm: () => void
  onClose: () => void
  children?: ReactNode
}

/**
 * Asks before something that counts; stays open with the reason when it is refused. What was typed in it goes away by
 * its buttons only: neither by a click beside it nor by Escape.
 */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, action, isOpen, isBusy = false, isDangerous = false, isDisabled = false, error, children } = props
  const { t } = useTranslation('ui')
  const isUploading = useIsUploading()
  const [isTyped, setTyped] = useState(false)
  const close = () => {
    setTyped(false)
    props.onClose()
  }
  return (
    <Dialog
      opened={isOpen}
      onClose={close}
      title={title}
      size={props.size ?? 'md'}
      closeOnClickOutside={!isTyped}
      closeOnEscape={!isTyped}
    >
      <form
        noValidate
        onInput={() => setTyped(true)}
        onSubmit={(event) => {
          event.preventDefault()
          props.onConfirm()
        }}
      >
        <Stack gap="sm">
          {children}
          <ProblemAlert error={error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              loading={isBusy || isUploading}
              disabled={isDisabled}
              {...(isDangerous && { color: 'blocked' })}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
