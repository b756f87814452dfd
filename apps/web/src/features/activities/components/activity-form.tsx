import type { Activity } from '@entente/shared/activities/contract'
import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WhyNot } from '../../../ui/feedback/why-not.tsx'
import { useIsUploading } from '../../../lib/api/use-command.ts'
import { showProblem } from '../../../lib/form/form.ts'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useAddActivity } from '../api.ts'
import { ActivityFields } from './activity-fields.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { changedFields, type Fields, useActivityForm } from './use-activity-form.ts'
import type { Retrace } from './use-retrace.ts'
import { type Seen, seenAs, useSaveActivity } from './use-save-activity.ts'

type NewProps = { programId: string; columnId: string | undefined; onClose: () => void }

/** A new card, at the end of its column. */
export const NewActivityForm = ({ programId, columnId, onClose }: NewProps) => {
  const { t } = useTranslation(['activities', 'ui'])
  const add = useAddActivity()
  const isUploading = useIsUploading()
  const form = useActivityForm(undefined, columnId)
  const save = form.onSubmit((values) =>
    add.mutate(
      { params: { id: programId }, body: form.toBody(values) },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <ActivityFields form={form} programId={programId} known={undefined} isReadOnly={false} />
        <ProblemAlert error={add.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || isUploading}>
            {t('activities:add')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Props = {
  activity: Activity
  retrace: Retrace
  onWriting: (isWriting: boolean) => void
  onArchive: () => void
  onClose: () => void
}

/** A card's fields, saved together; nothing typed is lost to a colleague's change. */
export const ActivityForm = ({ activity, retrace, onWriting, onArchive, onClose }: Props) => {
  const { t } = useTranslation(['activities', 'ui'])
  const [base] = useState(activity)
  const [isArchiving, setIsArchiving] = useState(false)
  const isUploading = useIsUploading()
  const form = useActivityForm(base)
  const { edit, send, dispute, forget } = useSaveActivity(retrace, onClose)
  const isWriting = form.isDirty()
  useEffect(() => onWriting(isWriting), [isWriting, onWriting])
  const attempt = (seen: Seen, mine: Fields) =>
    void send(seen, mine).catch((error: unknown) => showProblem(form, error))
  const save = form.onSubmit((values) => {
    const mine = changedFields(base, form.toBody(values))
    if (Object.keys(mine).length === 0) onClose()
    else attempt(seenAs(base), mine)
  })
  const isReadOnly = !activity.can.includes('edit')
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <ActivityFields form={form} programId={activity.programId} known={activity} isReadOnly={isReadOnly} />
        <ProblemAlert error={dispute === null ? edit.error : null} />
        <WhyNot of={activity} to="edit" />
        {!isReadOnly && (
          <Group justify="space-between" gap="xs">
            <Button variant="subtle" color="blocked" onClick={() => setIsArchiving(true)}>
              {t('activities:archive.action')}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('ui:cancel')}
              </Button>
              <Button type="submit" loading={edit.isPending || isUploading}>
                {t('activities:save')}
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
      {dispute !== null && (
        <ConflictDialog
          theirs={dispute.theirs}
          mine={dispute.mine}
          keys={dispute.keys}
          isBusy={edit.isPending}
          onClose={forget}
          onSettle={(chosen) => attempt(seenAs(dispute.theirs), chosen)}
        />
      )}
      <ConfirmDialog
        isOpen={isArchiving}
        isDangerous
        title={t('activities:archive.title', { title: activity.title })}
        action={t('activities:archive.action')}
        onClose={() => setIsArchiving(false)}
        onConfirm={onArchive}
      >
        {t('activities:archive.detail')}
      </ConfirmDialog>
    </form>
  )
}
