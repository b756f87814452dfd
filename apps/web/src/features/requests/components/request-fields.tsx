import { authorityType, channel, eventType, requestKind } from '@entente/shared/requests/contract'
import { scope } from '@entente/shared/programs/contract'
import { Fieldset, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BilingualInput } from '../../../ui/form/bilingual-input.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { CountrySelect } from '../../organizations/components/country-select.tsx'
import type { RequestForm } from './use-request-form.ts'

type Props = { form: RequestForm }
type Party = 'requestingAuthority' | 'transmittingAuthority' | 'beneficiary'

/** What the program will be called, where, and of which kind: fixed once the dossier is open. */
export const ProgramFields = ({ form }: Props) => {
  const { t } = useTranslation(['requests', 'programs'])
  return (
    <>
      <BilingualInput
        id="title"
        label={t('requests:field.title')}
        value={form.values.title}
        onChange={(title) => form.setFieldValue('title', title)}
        errors={{ fr: form.errors['title.fr'], en: form.errors['title.en'] }}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t('requests:field.kind')}
          data={requestKind.options.map((value) => ({ value, label: t(`requests:kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          label={t('requests:field.scope')}
          data={scope.options.map((value) => ({ value, label: t(`programs:scope.${value}`) }))}
          {...form.getInputProps('scope')}
        />
        {form.values.scope === 'country' && (
          <CountrySelect
            id="countryCode"
            label={t('requests:field.country')}
            isRequired
            value={form.values.countryCode}
            onChange={(code) => form.setFieldValue('countryCode', code)}
            error={form.errors['countryCode']}
          />
        )}
      </SimpleGrid>
    </>
  )
}

const PartyFields = ({ form, party }: Props & { party: Party }) => {
  const { t } = useTranslation('requests')
  return (
    <Fieldset id={party} legend={t(`party.${party}`)}>
      <TextInput
        label={t('field.authorityName')}
        required={party === 'requestingAuthority'}
        {...form.getInputProps(`${party}.name`)}
      />
      <NativeSelect
        label={t('field.authorityType')}
        mt="xs"
        data={authorityType.options.map((value) => ({ value, label: t(`authority.${value}`) }))}
        {...form.getInputProps(`${party}.type`)}
      />
    </Fieldset>
  )
}

/** The request itself: who asks, how it came, what it asks, its letter. */
export const RequestFields = ({ form }: Props) => {
  const { t } = useTranslation('requests')
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <PartyFields form={form} party="requestingAuthority" />
        <PartyFields form={form} party="transmittingAuthority" />
        <PartyFields form={form} party="beneficiary" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t('field.channel')}
          data={channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
          {...form.getInputProps('channel')}
        />
        <TextInput type="date" label={t('field.signedOn')} required {...form.getInputProps('signedOn')} />
        <TextInput type="date" label={t('field.receivedOn')} required {...form.getInputProps('receivedOn')} />
      </SimpleGrid>
      <DocumentField
        id="letterDocumentId"
        label={t('field.letter')}
        kind="letter"
        value={form.values.letterDocumentId}
        onChange={(id) => form.setFieldValue('letterDocumentId', id)}
        error={form.errors['letterDocumentId']}
      />
      <Textarea
        id="object"
        label={t('field.object')}
        description={t('field.objectHint')}
        required
        autosize
        minRows={3}
        {...form.getInputProps('object')}
      />
      <Fieldset id="electoralEvent" legend={t('field.event')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            type="date"
            label={t('field.eventOn')}
            description={t('field.eventOnHint')}
            {...form.getInputProps('eventOn')}
          />
          <NativeSelect
            label={t('field.eventType')}
            description={t('field.eventTypeHint')}
            data={eventType.options.map((value) => ({ value, label: t(`event.${value}`) }))}
            {...form.getInputProps('eventType')}
          />
        </SimpleGrid>
      </Fieldset>
    </>
  )
}
