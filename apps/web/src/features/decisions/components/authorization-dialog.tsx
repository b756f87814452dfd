import { decisions } from '@entente/shared/decisions/contract'
import { MultiSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, choiceOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
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
  return (
    <FormDialog
      form={form}
      command={authorize}
      request={(body) => ({ body })}
      title={t('authorization.add')}
      action={t('authorization.save')}
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
        {...choiceOf(form, 'documentId')}
      />
    </FormDialog>
  )
}
