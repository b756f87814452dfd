import {
  dueDiligence,
  newOrganization,
  type Organization,
  organizationType,
} from '@entente/shared/organizations/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form/form.ts'
import { BilingualInput } from '../../../ui/form/bilingual-input.tsx'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useAddOrganization, useEditOrganization } from '../api.ts'
import { CountrySelect } from './country-select.tsx'

type Props = { organization?: Organization | undefined; onClose: () => void }
type Values = Pick<Organization, 'name' | 'type' | 'countryCode' | 'dueDiligence'> & { acronym: string }

const blank: Values = {
  acronym: '',
  name: { fr: '', en: null },
  type: 'emb',
  countryCode: null,
  dueDiligence: 'notStarted',
}
const valuesOf = ({ acronym, name, type, countryCode, dueDiligence: state }: Organization): Values => ({
  acronym: acronym ?? '',
  name,
  type,
  countryCode,
  dueDiligence: state,
})
const bodyOf = (values: Values) => ({ ...values, acronym: values.acronym.trim() === '' ? null : values.acronym })

/** Adds an organization to the register, or corrects one. */
export const OrganizationDialog = ({ organization, onClose }: Props) => {
  const { t } = useTranslation('organizations')
  const add = useAddOrganization()
  const edit = useEditOrganization()
  const command = organization === undefined ? add : edit
  const form = useForm<Values>({
    initialValues: organization === undefined ? blank : valuesOf(organization),
    validate: (values) => checkedBy(newOrganization)(bodyOf(values)),
  })
  const save = form.onSubmit((values) => {
    const body = bodyOf(values)
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
      <BilingualInput
        label={t('field.name')}
        value={form.values.name}
        onChange={(name) => form.setFieldValue('name', name)}
        errors={{ fr: form.errors['name.fr'], en: form.errors['name.en'] }}
      />
      <TextInput label={t('field.acronym')} {...form.getInputProps('acronym')} />
      <NativeSelect
        label={t('field.type')}
        data={organizationType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
        {...form.getInputProps('type')}
      />
      <CountrySelect
        label={t('field.country')}
        value={form.values.countryCode}
        onChange={(code) => form.setFieldValue('countryCode', code)}
        error={form.errors['countryCode']}
      />
      <NativeSelect
        label={t('field.dueDiligence')}
        data={dueDiligence.options.map((value) => ({ value, label: t(`dueDiligence.${value}`) }))}
        {...form.getInputProps('dueDiligence')}
      />
    </ConfirmDialog>
  )
}
