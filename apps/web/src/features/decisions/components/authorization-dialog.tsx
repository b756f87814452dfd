import { decisions } from '@entente/shared/decisions/contract'
import { MultiSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { useCountries } from '../../organizations/components/use-countries.ts'
import { useAuthorize } from '../api.ts'

type Props = { countryCode: string | null; onClose: () => void }

/** Puts a Government authorization on file, for some countries or for all. */
export const AuthorizationDialog = ({ countryCode, onClose }: Props) => {
  const { t } = useTranslation('decisions')
  const countries = useCountries()
  const authorize = useAuthorize()
  const form = useForm({
    initialValues: {
      number: '',
      title: '',
      startsOn: '',
      endsOn: '',
      countryCodes: countryCode === null ? [] : [countryCode],
      documentId: '',
    },
    validate: checkedBy(decisions.authorize.body),
  })
  const save = form.onSubmit((body) =>
    authorize.mutate({ body }, { onSuccess: onClose, onError: (error) => showProblem(form, error) }),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('authorization.add')}
      action={t('authorization.save')}
      isBusy={authorize.isPending}
      error={authorize.error}
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput label={t('authorization.number')} required {...form.getInputProps('number')} />
      <TextInput label={t('authorization.title')} required {...form.getInputProps('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={t('authorization.startsOn')} required {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t('authorization.endsOn')} required {...form.getInputProps('endsOn')} />
      </SimpleGrid>
      <MultiSelect
        label={t('authorization.countries')}
        description={t('authorization.countriesHint')}
        searchable
        clearable
        data={countries}
        {...form.getInputProps('countryCodes')}
      />
      <DocumentField
        label={t('authorization.document')}
        kind="authorization"
        isRequired
        value={form.values.documentId === '' ? null : form.values.documentId}
        onChange={(id) => form.setFieldValue('documentId', id ?? '')}
        error={form.errors['documentId']}
      />
    </ConfirmDialog>
  )
}
