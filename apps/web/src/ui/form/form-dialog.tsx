import type { UseFormReturnType } from '@mantine/form'
import type { UseMutationResult } from '@tanstack/react-query'
import { goToFirstError, showProblem } from '../../lib/form/form.ts'
import { ConfirmDialog, type ConfirmDialogProps } from '../layer/confirm-dialog.tsx'

type Props<Values, Request, Answer> = Omit<ConfirmDialogProps, 'isOpen' | 'isBusy' | 'error' | 'onConfirm'> & {
  form: UseFormReturnType<Values>
  command: Pick<UseMutationResult<Answer, Error, Request>, 'mutate' | 'isPending' | 'error'>
  /** What the filled form asks of the server. */
  request: (values: Values) => Request
  /** What follows a success; by default the dialog closes. */
  onDone?: (answer: Answer) => void
}

/** A form over the page: checked, sent once, closed when it is done; a refusal stands beside its field. */
export const FormDialog = <Values, Request, Answer>(props: Props<Values, Request, Answer>) => {
  const { form, command, request, onDone, size = 'lg', ...frame } = props
  const send = form.onSubmit(
    (values) =>
      command.mutate(request(values), {
        onSuccess: onDone ?? props.onClose,
        onError: (error) => showProblem(form, error),
      }),
    goToFirstError,
  )
  return (
    <ConfirmDialog
      {...frame}
      isOpen
      size={size}
      isBusy={command.isPending}
      error={command.error}
      onConfirm={() => send()}
    />
  )
}
