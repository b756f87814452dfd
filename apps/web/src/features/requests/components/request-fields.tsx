import { authorityType, channel, eventType, requestKind } from '@entente/shared/requests/contract'
import { promptDays } from '@entente/shared/requests/rules'
import { scope } from '@entente/shared/programs/contract'
import { Fieldset, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../../lib/form/use-form-of.ts'
import { BilingualInput } from '../../../ui/form/bilingual-input.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { CountrySelect } from '../../organizations/components/country-select.tsx'
import type { RequestForm } from './use-request-form.ts'

type Props = { form: RequestForm }
type Party = 'requestingAuthority' | 'transmittingAuthority' | 'beneficiary'

/** What the program will be called, where, and of which kind: fixed once the dossier is open. */
export const ProgramFields = ({ form }: Props) => {
  const { t } = useTranslation(['requests', 'programs'])
  const field = useFields(form, 'requests:field')
  return (
    <>
      <BilingualInput {...field('title')} id="title" />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          {...field('kind')}
          data={requestKind.options.map((value) => ({ value, label: t(`requests:kind.${value}`) }))}
        />
        <NativeSelect
          {...field('scope')}
          data={scope.options.map((value) => ({ value, label: t(`programs:scope.${value}`) }))}
        />
        {form.values.scope === 'country' && (
          <CountrySelect {...field('countryCode', t('requests:field.country'))} id="countryCode" required />
        )}
      </SimpleGrid>
    </>
  )
}

const PartyFields = ({ form, party }: Props & { party: Party }) => {
  const { t } = useTranslation('requests')
  const field = useFields(form, 'requests:party')
  return (
    <Fieldset id={party} legend={t(`party.${party}`)}>
      <TextInput {...field(`${party}.name`, t('field.authorityName'))} required={party === 'requestingAuthority'} />
      <NativeSelect
        {...field(`${party}.type`, t('field.authorityType'))}
        mt="xs"
        data={authorityType.options.map((value) => ({ value, label: t(`authority.${value}`) }))}
      />
    </Fieldset>
  )
}

/** The request itself: who asks, how it came, what it asks, its letter. */
export const RequestFields = ({ form }: Props) => {
  const { t } = useTranslation('requests')
  const field = useFields(form, 'requests:field')
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <PartyFields form={form} party="requestingAuthority" />
        <PartyFields form={form} party="transmittingAuthority" />
        <PartyFields form={form} party="beneficiary" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          {...field('channel')}
          data={channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <TextInput {...field('signedOn')} type="date" />
        <TextInput {...field('receivedOn')} type="date" />
      </SimpleGrid>
      <Textarea
        {...field('lateReason')}
        id="lateReason"
        description={t('field.lateReasonHint', { days: promptDays })}
        autosize
      />
      <DocumentField {...field('letterDocumentId', t('field.letter'))} id="letterDocumentId" kind="letter" />
      <Textarea {...field('object')} id="object" description={t('field.objectHint')} autosize minRows={3} />
      <Fieldset id="electoralEvent" legend={t('field.event')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            {...field('electoralEvent.date', t('field.eventOn'))}
            type="date"
            description={t('field.eventOnHint')}
          />
          <NativeSelect
            {...field('electoralEvent.type', t('field.eventType'))}
            description={t('field.eventTypeHint')}
            data={eventType.options.map((value) => ({ value, label: t(`event.${value}`) }))}
          />
        </SimpleGrid>
      </Fieldset>
    </>
  )
}
