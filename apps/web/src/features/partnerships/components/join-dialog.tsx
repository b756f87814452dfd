import { partnerRole, partnerships } from '@entente/shared/partnerships/contract'
import { NativeSelect } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
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
  return (
    <FormDialog
      form={form}
      command={join}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('join.title')}
      action={t('join.action')}
      onClose={onClose}
    >
      <OrganizationSelect label={t('organization')} {...fieldOf(form, 'organizationId')} />
      <NativeSelect
        label={t('role.label')}
        data={partnerRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.getInputProps('role')}
      />
    </FormDialog>
  )
}
