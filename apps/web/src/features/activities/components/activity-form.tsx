import { activity as activitySchema, type Activity } from '@entente/shared/activities/contract'
import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../lib/api-problem.ts'
import { useIsUploading } from '../../../lib/command.ts'
import { showProblem } from '../../../lib/form.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useAddActivity, useEditActivity } from '../api.ts'
import { ActivityFields } from './activity-fields.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { bodyOf, changedFields, disputedFields, editOf, useActivityForm, valuesOf } from './use-activity-form.ts'
import type { Retrace } from './use-retrace.ts'

type NewProps = { programId: string; columnId: string | undefined; onClose: () => void }

/** A new card, at the end of its column. */
export const NewActivityForm = ({ programId, columnId, onClose }: NewProps) => {
  const { t } = useTranslation(['activities', 'ui'])
  const add = useAddActivity()
  const isUploading = useIsUploading()
  const form = useActivityForm(undefined)
  const save = form.onSubmit((values) =>
    add.mutate(
      { params: { id: programId }, body: { ...bodyOf(values), ...(columnId !== undefined && { columnId }) } },
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

type Fields = ReturnType<typeof changedFields>
type Dispute = { theirs: Activity; mine: Fields; keys: (keyof Fields)[] }

/**
 * Saves what I changed and nothing else. Where a colleague changed other fields meanwhile, both are kept; where we
 * changed the same field, both values are shown and one is chosen.
 */
const useSave = (base: Activity, retrace: Retrace, onSaved: () => void) => {
  const edit = useEditActivity()
  const [dispute, setDispute] = useState<Dispute | null>(null)
  const send = async (seen: Activity, mine: Fields): Promise<void> => {
    try {
      const made = await edit.mutateAsync({ params: { id: base.id }, body: mine, ifMatch: seen.version })
      const before = editOf(valuesOf(seen))
      const back = Object.fromEntries(Object.keys(mine).map((key) => [key, before[key as keyof typeof before]]))
      retrace.edited(base, back, mine, made)
      setDispute(null)
      onSaved()
    } catch (error) {
      const theirs = isProblem(error, 'stale-version') && activitySchema.safeParse(error.problem['current'])
      if (!theirs || !theirs.success) throw error
      const keys = disputedFields(base, theirs.data, mine)
      if (keys.length > 0) return setDispute({ theirs: theirs.data, mine, keys })
      return send(theirs.data, mine)
    }
  }
  return { edit, send, dispute, forget: () => setDispute(null) }
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
  const { edit, send, dispute, forget } = useSave(base, retrace, onClose)
  const isWriting = form.isDirty()
  useEffect(() => onWriting(isWriting), [isWriting, onWriting])
  const attempt = (seen: Activity, mine: Fields) =>
    void send(seen, mine).catch((error: unknown) => showProblem(form, error))
  const save = form.onSubmit((values) => {
    const mine = changedFields(base, editOf(values))
    if (Object.keys(mine).length === 0) onClose()
    else attempt(base, mine)
  })
  const isReadOnly = !activity.can.includes('edit')
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <ActivityFields form={form} programId={activity.programId} known={activity} isReadOnly={isReadOnly} />
        <ProblemAlert error={dispute === null ? edit.error : null} />
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
          onSettle={(chosen) => attempt(dispute.theirs, chosen)}
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
