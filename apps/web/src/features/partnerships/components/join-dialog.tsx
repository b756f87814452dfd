import { partnerRole, partnerships } from '@entente/shared/partnerships/contract'
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { OrganizationSelect } from '../../organizations/components/organization-select.tsx'
import { useJoin } from '../api.ts'

type Props = { programId: string; onClose: () => void }

/** Gives an organization of the register a role in the program. */
export const JoinDialog = ({ programId, onClose }: Props) => {
  const { t } = useTranslation('partnerships')
  const join = useJoin()
  const form = useFormOf(partnerships.join, { start: { role: partnerRole.enum.host } })
  const field = useFields(form, 'partnerships:')
  return (
    <FormDialog
      form={form}
      command={join}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('join.title')}
      action={t('join.action')}
      onClose={onClose}
    >
      <OrganizationSelect {...field('organizationId', t('organization'))} />
      <NativeSelect
        {...field('role', t('role.label'))}
        data={partnerRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
    </FormDialog>
  )
}
