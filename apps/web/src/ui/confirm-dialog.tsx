import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsUploading } from '../lib/command.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { Dialog } from './layer.tsx'

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

/** Asks before something that counts; stays open with the reason when it is refused. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, action, isOpen, isBusy = false, isDangerous = false, isDisabled = false, error, children } = props
  const { t } = useTranslation('ui')
  const isUploading = useIsUploading()
  return (
    <Dialog opened={isOpen} onClose={props.onClose} title={title} size={props.size ?? 'md'}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onConfirm()
        }}
      >
        <Stack gap="sm">
          {children}
          <ProblemAlert error={error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
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
