import type { UseMutationResult } from '@tanstack/react-query'
import { goToFirstError, showProblem } from '../../lib/form/form.ts'
import type { FormOf } from '../../lib/form/use-form-of.ts'
import { ConfirmDialog, type ConfirmDialogProps } from '../layer/confirm-dialog.tsx'

type Props<Values, Body, Request, Answer> = Omit<ConfirmDialogProps, 'isOpen' | 'isBusy' | 'error' | 'onConfirm'> & {
  form: FormOf<Values, Body>
  command: Pick<UseMutationResult<Answer, Error, Request>, 'mutate' | 'isPending' | 'error'>
  /** What is asked of the server with the body that the filled form makes. */
  request: (body: Body) => Request
  /** What follows a success; by default the dialog closes. */
  onDone?: (answer: Answer) => void
}

/** A form over the page: checked, sent once, closed when it is done; a refusal stands beside its field. */
export const FormDialog = <Values, Body, Request, Answer>(props: Props<Values, Body, Request, Answer>) => {
  const { form, command, request, onDone, size = 'lg', ...frame } = props
  const send = form.onSubmit(
    (values) =>
      command.mutate(request(form.toBody(values)), {
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
