import type { PortfolioDashboard } from '@entente/shared/dashboards/portfolio/contract'
import { stages } from '@entente/shared/programs/workflow'
import { SimpleGrid, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { useLocale } from '../../../../lib/i18n/use-locale.ts'
import { Flag } from '../../../../ui/display/flag.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { Stat } from '../../../../ui/display/stat.tsx'
import { Bars } from './bars.tsx'
import { CompassTable } from './compass-table.tsx'
import { EnvelopeTable } from '../../resources/components/envelope-table.tsx'

const sumOf = (rows: readonly { count: { value: number } }[]) =>
  rows.reduce((total, { count }) => total + count.value, 0)

const Figures = ({ data }: { data: PortfolioDashboard }) => {
  const { t } = useTranslation(['dashboards/portfolio', 'dashboards/resources'])
  const format = useFormat()
  const figures = [
    { id: 'programs', figure: data.programs },
    { id: 'suspended', figure: data.suspended },
    { id: 'toPutRight', figure: data.toPutRight },
    { id: 'waivers', figure: data.waivers },
  ]
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      {figures.map(({ id, figure }) => (
        <Stat
          key={id}
          title={t(`figure.${id}`)}
          value={format.number(figure.value)}
          asOf={data.asOf}
          href={figure.href}
        />
      ))}
    </SimpleGrid>
  )
}

const Pipeline = ({ data }: { data: PortfolioDashboard }) => {
  const { t } = useTranslation(['dashboards/portfolio', 'dashboards/resources'])
  const locale = useLocale()
  const format = useFormat()
  const bars = [...data.pipeline, ...data.ended.map((row) => ({ ...row, medianDays: null }))].map((row) => ({
    id: row.stage,
    label: stages[row.stage][locale],
    value: row.count.value,
    href: row.count.href,
    note: row.medianDays === null ? '–' : t('days', { days: format.number(row.medianDays) }),
  }))
  const headers = { label: t('stage'), value: t('count'), note: t('median') }
  return <Bars caption={t('pipelineCaption', { count: sumOf(data.pipeline) })} headers={headers} bars={bars} />
}

const Gates = ({ data }: { data: PortfolioDashboard }) => {
  const { t } = useTranslation(['dashboards/portfolio', 'dashboards/resources'])
  const bars = data.blockedGates.map((row) => ({
    id: row.gateId,
    label: `${row.gateId} · ${row.message}`,
    value: row.count.value,
    href: row.count.href,
  }))
  return <Bars caption={t('gatesCaption')} headers={{ label: t('gate'), value: t('count') }} bars={bars} />
}

const Polls = ({ data }: { data: PortfolioDashboard }) => {
  const { t } = useTranslation(['dashboards/portfolio', 'dashboards/resources'])
  const format = useFormat()
  const bars = data.upcomingPolls.map((row) => ({
    id: row.reference,
    label: (
      <>
        {row.countryCode !== null && <Flag code={row.countryCode} />} {row.reference} · {format.day(row.on)}
      </>
    ),
    value: row.days,
    href: row.href,
  }))
  return <Bars caption={t('pollsCaption')} headers={{ label: t('poll'), value: t('daysLeft') }} bars={bars} />
}

/** The whole portfolio, to be read in a minute; every figure opens its rows. */
export const PortfolioPanel = ({ data }: { data: PortfolioDashboard }) => {
  const { t } = useTranslation(['dashboards/portfolio', 'dashboards/resources'])
  return (
    <Stack gap="md">
      <VisuallyHidden component="h2">{t('figures')}</VisuallyHidden>
      <Figures data={data} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section id="pipeline" title={t('pipeline')}>
          <Pipeline data={data} />
        </Section>
        <Section id="gates" title={t('gates')}>
          <Gates data={data} />
        </Section>
      </SimpleGrid>
      <Section id="envelopes" title={t('envelopes')}>
        <EnvelopeTable rows={data.envelopes} />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section id="compass" title={t('compass')}>
          <CompassTable rows={data.compass} />
        </Section>
        <Section id="polls" title={t('polls')}>
          <Polls data={data} />
        </Section>
      </SimpleGrid>
    </Stack>
  )
}
