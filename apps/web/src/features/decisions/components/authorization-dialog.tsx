import { decisions } from '@entente/shared/decisions/contract'
import { MultiSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
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
  const form = useFormOf(decisions.authorize, { start: { countryCodes: countryCode === null ? [] : [countryCode] } })
  const field = useFields(form, 'decisions:authorization')
  return (
    <FormDialog
      form={form}
      command={authorize}
      request={(body) => ({ body })}
      title={t('authorization.add')}
      action={t('authorization.save')}
      onClose={onClose}
    >
      <TextInput {...field('number')} />
      <TextInput {...field('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...field('startsOn')} type="date" />
        <TextInput {...field('endsOn')} type="date" />
      </SimpleGrid>
      <MultiSelect
        {...field('countryCodes', t('authorization.countries'))}
        description={t('authorization.countriesHint')}
        searchable
        clearable
        data={countries}
      />
      <DocumentField {...field('documentId', t('authorization.document'))} kind="authorization" />
    </FormDialog>
  )
}
