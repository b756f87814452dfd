import { NativeSelect, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../../paths.ts'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useFiscalYears } from '../../../resources/rates/components/use-fiscal-years.ts'
import { ledgerFilterIn, searchOf, useFilterWords } from '../../../resources/ledger/components/use-ledger-filter.ts'
import { EnvelopesReport } from '../components/envelopes-report.tsx'
import { FileButtons } from '../components/file-buttons.tsx'
import { ResourcesReport } from '../components/resources-report.tsx'
import { useReportChoice } from '../components/use-report-choice.ts'

const LedgerFile = ({ search, fiscalYear }: { search: URLSearchParams; fiscalYear: string }) => {
  const { t } = useTranslation('dashboards/reports')
  const found = ledgerFilterIn(search)
  const filter = Object.keys(found).length === 0 ? { fiscalYear } : found
  const words = useFilterWords(filter)
  const query = Object.fromEntries(new URLSearchParams(searchOf(filter)))
  return (
    <Section
      id="ledger"
      title={t('ledger')}
      description={t('ledgerSays')}
      actions={<FileButtons report="ledgerFile" query={query} title={t('ledger')} />}
    >
      <Text mb="sm">{[...(found.envelopeId === undefined ? [] : [t('oneEnvelope')]), ...words].join(' · ')}</Text>
      <LinkButton to={`${paths.ledger.href()}?${searchOf(filter)}`}>{t('seeLedger')}</LinkButton>
    </Section>
  )
}

/** Reports to read and to take away: envelopes on any day, what resources come to, and the ledger itself. */
export const ReportsPage = () => {
  const { t } = useTranslation('dashboards/reports')
  const { by, fiscalYear, asOf, search, choose } = useReportChoice()
  return (
    <Page title={t('title')} subtitle={t('subtitle')} wide>
      <Stack gap="md">
        <NativeSelect
          label={t('fiscalYear')}
          maw={220}
          value={fiscalYear}
          data={useFiscalYears()}
          onChange={(event) => choose('fiscalYear', event.currentTarget.value)}
        />
        <EnvelopesReport fiscalYear={fiscalYear} asOf={asOf} onDay={(day) => choose('asOf', day)} />
        <ResourcesReport by={by} fiscalYear={fiscalYear} onGroup={(group) => choose('by', group)} />
        <LedgerFile search={search} fiscalYear={fiscalYear} />
      </Stack>
    </Page>
  )
}
