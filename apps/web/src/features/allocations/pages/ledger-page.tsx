import { NativeSelect, Stack } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { EnvelopeBar } from '../../../ui/envelope-bar.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { Waterfall } from '../../../ui/waterfall.tsx'
import { envelopeQuery, envelopesQuery, type LedgerFilter, thisFiscalYear } from '../api.ts'
import { LedgerTable } from '../components/ledger-table.tsx'
import { useEnvelopeName } from '../components/use-envelope-name.ts'

const uuid = /^[0-9a-f-]{36}$/

const useFilter = () => {
  const [search, setSearch] = useSearchParams()
  const read = (name: keyof LedgerFilter) => {
    const value = search.get(name) ?? ''
    return uuid.test(value) ? { [name]: value } : {}
  }
  const filter: LedgerFilter = { ...read('envelopeId'), ...read('programId'), ...read('allocationId') }
  const choose = (envelopeId: string) => setSearch(envelopeId === '' ? {} : { envelopeId })
  return { filter, choose }
}

const useChoices = () => {
  const year = thisFiscalYear()
  const nameOf = useEnvelopeName()
  const answers = useQueries({ queries: [year + 1, year, year - 1, year - 2].map((from) => envelopesQuery(from)) })
  return answers.flatMap(({ data = [] }) => data).map((envelope) => ({ value: envelope.id, label: nameOf(envelope) }))
}

/** Every entry of an envelope in the order it was made: what was set aside, committed, spent and given back. */
export const LedgerPage = () => {
  const { t } = useTranslation('allocations')
  const { filter, choose } = useFilter()
  const nameOf = useEnvelopeName()
  const choices = useChoices()
  const { envelopeId } = filter
  const { data: envelope = null } = useQuery({ ...envelopeQuery(envelopeId ?? ''), enabled: envelopeId !== undefined })
  const name = envelope === null ? t('ledger.title') : nameOf(envelope)
  return (
    <Page
      title={t('ledger.title')}
      subtitle={t('ledger.subtitle')}
      breadcrumbs={[{ label: t('title'), href: paths.allocations.href() }]}
    >
      <Stack gap="md">
        <NativeSelect
          label={t('ledger.envelope')}
          maw={420}
          value={envelopeId ?? ''}
          data={[{ value: '', label: t('ledger.anyEnvelope') }, ...choices]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {envelope !== null && (
          <Section id="envelope" title={name}>
            <EnvelopeBar {...envelope} />
            <Waterfall
              title={t('ledger.now')}
              unit={envelope.unit}
              ceiling={envelope.ceiling}
              spent={envelope.spent}
              committed={envelope.committed}
              reserved={envelope.reserved}
            />
          </Section>
        )}
        <Section id="entries" title={t('ledger.caption')}>
          <LedgerTable filter={filter} envelope={envelope} caption={t('ledger.caption')} isCaptionHidden />
        </Section>
      </Stack>
    </Page>
  )
}
