import {
  dueDiligence,
  type Organization,
  organizations,
  organizationType,
} from '@entente/shared/organizations/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOfPair } from '../../../lib/form/use-form-of.ts'
import { BilingualInput } from '../../../ui/form/bilingual-input.tsx'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useAddOrganization, useEditOrganization } from '../api.ts'
import { CountrySelect } from './country-select.tsx'

type Props = { organization?: Organization | undefined; onClose: () => void }
/** Adds an organization to the register, or corrects one. */
export const OrganizationDialog = ({ organization, onClose }: Props) => {
  const { t } = useTranslation('organizations')
  const add = useAddOrganization()
  const edit = useEditOrganization()
  const command = organization === undefined ? add : edit
  const form = useFormOfPair({ add: organizations.create, edit: organizations.edit }, { of: organization })
  const field = useFields(form, 'organizations:field')
  const save = form.onSubmit((values) => {
    const body = form.toBody(values)
    const after = { onSuccess: onClose, onError: (error: Error) => showProblem(form, error) }
    if (organization === undefined) add.mutate({ body }, after)
    else edit.mutate({ params: { id: organization.id }, body, ifMatch: organization.version }, after)
  })
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t(organization === undefined ? 'add' : 'edit')}
      action={t('save')}
      isBusy={command.isPending}
      error={command.error}
      onConfirm={save}
      onClose={onClose}
    >
      <BilingualInput {...field('name')} />
      <TextInput {...field('acronym')} />
      <NativeSelect
        {...field('type')}
        data={organizationType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <CountrySelect {...field('countryCode', t('field.country'))} />
      <NativeSelect
        {...field('dueDiligence')}
        data={dueDiligence.options.map((value) => ({ value, label: t(`dueDiligence.${value}`) }))}
      />
    </ConfirmDialog>
  )
}
