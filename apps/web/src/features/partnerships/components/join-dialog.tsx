import { partnerRole, partnerships } from '@entente/shared/partnerships/contract'
import { NativeSelect } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { OrganizationSelect } from '../../organizations/components/organization-select.tsx'
import { useJoin } from '../api.ts'

type Props = { programId: string; onClose: () => void }

/** Gives an organization of the register a role in the program. */
export const JoinDialog = ({ programId, onClose }: Props) => {
  const { t } = useTranslation('partnerships')
  const join = useJoin()
  const form = useForm({
    initialValues: { organizationId: '', role: partnerRole.enum.host },
    validate: checkedBy(partnerships.join.body),
  })
  const save = form.onSubmit((body) =>
    join.mutate(
      { params: { id: programId }, body },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      title={t('join.title')}
      action={t('join.action')}
      isBusy={join.isPending}
      error={join.error}
      onConfirm={save}
      onClose={onClose}
    >
      <OrganizationSelect
        label={t('organization')}
        value={form.values.organizationId}
        onChange={(id) => form.setFieldValue('organizationId', id)}
        error={form.errors['organizationId']}
      />
      <NativeSelect
        label={t('role.label')}
        data={partnerRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.getInputProps('role')}
      />
    </ConfirmDialog>
  )
}
