import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { compare } from '@entente/shared/kernel/money'
import { stage } from '@entente/shared/programs/workflow'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { BilingualText } from '../../../../ui/display/bilingual-text.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { CountryName } from '../../../programs/components/country-name.tsx'
import { ProgramCompass } from '../../../programs/components/program-compass.tsx'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { NextGate } from './portfolio-card.tsx'
import { StageAge } from './stage-age.tsx'
import type { PortfolioFilters } from './use-portfolio-filters.ts'

const useColumns = (): Column<PortfolioCard>[] => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const format = useFormat()
  const stageName = useStageName()
  return [
    {
      id: 'program',
      header: t('column.program'),
      isName: true,
      sortBy: ({ reference }) => reference,
      cell: (card) => (
        <>
          <Link to={paths.program.href(card.id)}>{card.reference}</Link>
          <Text component="div" size="sm" fw={400}>
            <BilingualText value={card.title} />
          </Text>
        </>
      ),
    },
    {
      id: 'country',
      header: t('column.country'),
      sortBy: ({ countryCode }) => (countryCode === null ? null : format.country(countryCode)),
      cell: (card) => <CountryName countryCode={card.countryCode} scope={card.scope} />,
    },
    {
      id: 'stage',
      header: t('column.stage'),
      sortBy: (card) => stage.options.indexOf(card.stage),
      cell: (card) => (
        <>
          {stageName(card.stage)}{' '}
          {card.suspended !== null && <StatusBadge kind="waiting">{t('card.suspended')}</StatusBadge>}
        </>
      ),
    },
    { id: 'compass', header: t('column.compass'), cell: (card) => <ProgramCompass compass={card.compass} /> },
    {
      id: 'polling',
      header: t('column.polling'),
      sortBy: ({ pollingOn }) => pollingOn,
      numeric: true,
      cell: (card) => (card.pollingOn === null ? '–' : format.day(card.pollingOn)),
    },
    {
      id: 'coordinator',
      header: t('column.coordinator'),
      sortBy: ({ coordinator }) => coordinator.name,
      cell: (card) => card.coordinator.name,
    },
    {
      id: 'age',
      header: t('column.age'),
      sortBy: ({ next, ageDays }) => (next === null ? null : ageDays),
      numeric: true,
      cell: (card) => (card.next === null ? '–' : <StageAge card={card} />),
    },
    {
      id: 'gate',
      header: t('column.gate'),
      sortBy: ({ blockedBy }) => blockedBy?.gateId ?? null,
      cell: (card) => <NextGate blockedBy={card.blockedBy} />,
    },
    {
      id: 'approved',
      header: t('column.approved'),
      sortBy: ({ money }) => Number(money.approved.amount),
      numeric: true,
      cell: ({ money }) => (compare(money.approved.amount, '0') > 0 ? format.money(money.approved) : '–'),
    },
  ]
}

type Props = { cards: readonly PortfolioCard[]; portfolio: PortfolioFilters }

/** The same programs as rows; ended ones too. */
export const PortfolioList = ({ cards, portfolio }: Props) => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  return (
    <DataTable
      caption={t('list.caption', { count: cards.length })}
      columns={useColumns()}
      rows={cards}
      rowKey={(card) => card.id}
      sort={{ value: portfolio.sort, onSort: (sort) => portfolio.set({ sort }) }}
    />
  )
}
