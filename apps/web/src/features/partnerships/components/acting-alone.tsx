import { type Program, programs } from '@entente/shared/programs/contract'
import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { checkedBy, showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useEditProgram } from '../../programs/api.ts'

type Props = { program: Program; onClose: () => void }

const ActingAloneDialog = ({ program, onClose }: Props) => {
  const { t } = useTranslation('partnerships')
  const edit = useEditProgram()
  const form = useFormOf(programs.edit, {
    of: { actingAloneReason: program.actingAloneReason },
    check: ({ actingAloneReason }) => checkedBy(programs.edit.body)({ actingAloneReason }),
  })
  const field = useFields(form, 'partnerships:alone')
  const send = (actingAloneReason: string | null) =>
    edit.mutate(
      { params: { id: program.id }, body: { actingAloneReason }, ifMatch: program.version },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    )
  return (
    <ConfirmDialog
      isOpen
      title={t('alone.title')}
      action={t('alone.action')}
      isBusy={edit.isPending}
      error={edit.error}
      onConfirm={form.onSubmit((values) => send(values.actingAloneReason))}
      onClose={onClose}
    >
      <Textarea {...field('actingAloneReason', t('alone.reason'))} required autosize minRows={3} />
      {program.actingAloneReason !== null && (
        <Button variant="subtle" onClick={() => send(null)} style={{ alignSelf: 'flex-start' }}>
          {t('alone.withdraw')}
        </Button>
      )}
    </ConfirmDialog>
  )
}

/** Why no partner but the host takes part, when that is so. */
export const ActingAlone = ({ program }: { program: Program }) => {
  const { t } = useTranslation('partnerships')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Group gap="xs" mt="sm">
      {program.actingAloneReason !== null && (
        <Text size="sm">{t('alone.because', { reason: program.actingAloneReason })}</Text>
      )}
      <ActionButton of={program} to="edit" size="compact-xs" variant="default" onClick={() => setIsOpen(true)}>
        {t(program.actingAloneReason === null ? 'alone.open' : 'alone.edit')}
      </ActionButton>
      {isOpen && <ActingAloneDialog program={program} onClose={() => setIsOpen(false)} />}
    </Group>
  )
}
