import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { EnvelopeBar } from '../../envelopes/components/envelope-bar.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { Waterfall } from '../components/waterfall.tsx'
import { envelopeQuery, envelopesQuery } from '../../envelopes/api.ts'
import { thisFiscalYear } from '../../rates/api.ts'
import { today } from '../../../../lib/format/days.ts'
import { ledgerFilterIn } from '../components/use-ledger-filter.ts'
import { CeilingSection } from '../components/ceiling-section.tsx'
import { LedgerEntries } from '../components/ledger-entries.tsx'
import { WorkByPerson } from '../components/work-by-person.tsx'
import { useEnvelopeName } from '../../envelopes/components/use-envelope-name.ts'

const useFilter = () => {
  const [search, setSearch] = useSearchParams()
  const filter = ledgerFilterIn(search)
  const choose = (envelopeId: string) => setSearch(envelopeId === '' ? {} : { envelopeId })
  const day = search.get('asOf') ?? ''
  const asOf = /^\d{4}-\d\d-\d\d$/.test(day) && day < today() ? day : ''
  const look = (on: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (on === '') after.delete('asOf')
        else after.set('asOf', on)
        return after
      },
      { replace: true },
    )
  return { filter, choose, asOf, look }
}

const useChoices = () => {
  const year = thisFiscalYear()
  const nameOf = useEnvelopeName()
  const answers = useQueries({ queries: [year + 1, year, year - 1, year - 2].map((from) => envelopesQuery(from)) })
  return answers.flatMap(({ data = [] }) => data).map((envelope) => ({ value: envelope.id, label: nameOf(envelope) }))
}

/** Every entry of an envelope in the order it was made: what was set aside, committed, spent and given back. */
export const LedgerPage = () => {
  const { t } = useTranslation(['resources/ledger', 'resources/requests'])
  const { filter, choose, asOf, look } = useFilter()
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const choices = useChoices()
  const { envelopeId } = filter
  const { data: envelope = null } = useQuery({
    ...envelopeQuery(envelopeId ?? '', asOf),
    enabled: envelopeId !== undefined,
    placeholderData: keepPreviousData,
  })
  const name = envelope === null ? t('ledger.title') : nameOf(envelope)
  return (
    <Page
      title={t('ledger.title')}
      subtitle={t('ledger.subtitle')}
      breadcrumbs={[{ label: t('title'), href: paths.allocations.href() }]}
    >
      <Stack gap="md">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('ledger.envelope')}
            w={{ base: '100%', xs: 420 }}
            value={envelopeId ?? ''}
            data={[{ value: '', label: t('ledger.anyEnvelope') }, ...choices]}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          {envelopeId !== undefined && (
            <TextInput
              type="date"
              label={t('ledger.asOf')}
              max={today()}
              value={asOf === '' ? today() : asOf}
              onChange={(event) => look(event.currentTarget.value)}
            />
          )}
          {asOf !== '' && (
            <Button variant="light" onClick={() => look('')}>
              {t('ledger.all')}
            </Button>
          )}
        </Group>
        {envelope !== null && (
          <Section id="envelope" title={name}>
            <EnvelopeBar {...envelope} />
            <Waterfall
              title={asOf === '' ? t('ledger.now') : t('ledger.then', { on: format.day(asOf) })}
              unit={envelope.unit}
              ceiling={envelope.ceiling}
              spent={envelope.spent}
              committed={envelope.committed}
              reserved={envelope.reserved}
            />
          </Section>
        )}
        {envelope !== null && <CeilingSection envelope={envelope} />}
        <LedgerEntries filter={filter} envelope={envelope} onEvery={() => choose('')} />
        <WorkByPerson filter={filter} />
      </Stack>
    </Page>
  )
}
