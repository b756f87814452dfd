import type { RequestOf } from '@entente/shared/kernel/endpoint'
import { type SavedView, views } from '@entente/shared/views/contract'
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useDeleteView, useEditView } from '../api.ts'
import styles from './own-view.module.css'

type Props = { view: SavedView; query: string }

/** One click asks, the second deletes. */
const DeleteButton = ({ view }: Pick<Props, 'view'>) => {
  const { t } = useTranslation(['views', 'ui'])
  const remove = useDeleteView()
  const [isSure, setIsSure] = useState(false)
  const act = () =>
    remove.mutate(
      { params: { id: view.id }, ifMatch: view.version },
      { onSuccess: () => announce(t('views:deleted', { name: view.name })) },
    )
  // The same button asks and acts, so that the focus stays where it is.
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant={isSure ? 'filled' : 'subtle'}
        color="blocked"
        aria-label={t('views:deleteOf', { name: view.name })}
        loading={remove.isPending}
        onClick={isSure ? act : () => setIsSure(true)}
      >
        {isSure ? t('views:deleteOf', { name: view.name }) : t('views:delete')}
      </Button>
      {isSure && (
        <Button size="xs" variant="default" onClick={() => setIsSure(false)}>
          {t('ui:cancel')}
        </Button>
      )}
      <ProblemAlert error={remove.error} />
    </Group>
  )
}

/** A view of mine: its name, who sees it, what it shows, and its end. */
export const OwnView = ({ view, query }: Props) => {
  const { t } = useTranslation('views')
  const edit = useEditView()
  const form = useFormOf(views.edit, { of: { name: view.name, shared: view.shared } })
  const field = useFields(form, 'views:')
  const change = (body: RequestOf<typeof views.edit>['body']) =>
    edit.mutate(
      { params: { id: view.id }, body, ifMatch: view.version },
      {
        onSuccess: ({ name, shared }) => {
          form.setInitialValues({ ...form.getValues(), name, shared })
          form.reset()
          announce(t('saved', { name }))
        },
        onError: (error) => showProblem(form, error),
      },
    )
  return (
    <li className={styles.view}>
      <form noValidate onSubmit={form.onSubmit((values) => change(form.toBody(values)))}>
        <Group gap="xs" align="flex-end">
          <TextInput {...field('name')} className={styles.name ?? ''} />
          <Button type="submit" variant="light" disabled={!form.isDirty()} loading={edit.isPending}>
            {t('update')}
          </Button>
        </Group>
        <Checkbox {...field('shared')} mt="xs" />
      </form>
      <Group gap="xs" mt="xs">
        {view.query === query ? (
          <Text size="sm" c="dimmed">
            {t('isShown')}
          </Text>
        ) : (
          <Button size="xs" variant="default" onClick={() => change({ query })}>
            {t('takeFilters')}
          </Button>
        )}
        <DeleteButton view={view} />
      </Group>
      <ProblemAlert error={Object.keys(form.errors).length === 0 ? edit.error : null} />
    </li>
  )
}
