import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { WorldMap } from '../../../../ui/chart/world-map.tsx'
import { CountryName } from '../../../programs/components/country-name.tsx'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import type { PortfolioFilters } from './use-portfolio-filters.ts'

type Props = {
  /** Every program, and those under the filters. */
  all: readonly PortfolioCard[]
  cards: readonly PortfolioCard[]
  portfolio: PortfolioFilters
}

const codesOf = (cards: readonly PortfolioCard[]) => [
  ...new Set(cards.flatMap(({ countryCode }) => (countryCode === null ? [] : [countryCode]))),
]

const useColumns = (): Column<PortfolioCard>[] => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const format = useFormat()
  const stageName = useStageName()
  const country = ({ countryCode }: PortfolioCard) => (countryCode === null ? null : format.country(countryCode))
  return [
    {
      id: 'country',
      header: t('column.country'),
      sortBy: country,
      cell: (card) => <CountryName countryCode={card.countryCode} scope={card.scope} />,
    },
    {
      id: 'program',
      header: t('column.program'),
      isName: true,
      sortBy: ({ reference }) => reference,
      cell: (card) => (
        <>
          <Link to={paths.program.href(card.id)}>{card.reference}</Link> {format.text(card.title)}
        </>
      ),
    },
    {
      id: 'stage',
      header: t('column.stage'),
      sortBy: (card) => stageName(card.stage),
      cell: (card) => stageName(card.stage),
    },
  ]
}

/** Where the programs are: a mark for each country, and the same as a table, with those of no single country. */
export const PortfolioMap = ({ all, cards, portfolio }: Props) => {
  const { t } = useTranslation(['lifecycle/portfolio', 'lifecycle'])
  const format = useFormat()
  const { filters, set, sort } = portfolio
  const places = codesOf(cards).map((code) => {
    const count = cards.filter(({ countryCode }) => countryCode === code).length
    return { code, count, label: t('map.mark', { country: format.country(code), count }) }
  })
  return (
    <>
      <WorldMap
        label={t('map.title', { count: places.length })}
        places={places}
        frame={codesOf(all)}
        chosen={filters.country}
        onChoose={(code) => set({ country: filters.country === code ? '' : code })}
      />
      <DataTable
        caption={t('list.caption', { count: cards.length })}
        columns={useColumns()}
        rows={cards}
        rowKey={({ id }) => id}
        sort={{ value: sort === '' ? 'country' : sort, onSort: (value) => set({ sort: value }) }}
      />
    </>
  )
}
