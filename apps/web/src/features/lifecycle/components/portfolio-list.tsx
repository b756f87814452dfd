import type { PortfolioCard } from '@entente/shared/lifecycle/contract'
import { compare } from '@entente/shared/kernel/money'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { BilingualText } from '../../../ui/bilingual-text.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Meaning } from '../../../ui/meaning.tsx'
import { CountryName } from '../../programs/components/country-name.tsx'
import { ProgramCompass } from '../../programs/components/program-compass.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { NextGate } from './portfolio-card.tsx'
import { StageAge } from './stage-age.tsx'

const useColumns = (): Column<PortfolioCard>[] => {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const stageName = useStageName()
  return [
    {
      id: 'program',
      header: t('column.program'),
      isName: true,
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
      cell: (card) => <CountryName countryCode={card.countryCode} scope={card.scope} />,
    },
    {
      id: 'stage',
      header: t('column.stage'),
      cell: (card) => (
        <>
          {stageName(card.stage)} {card.suspended !== null && <Meaning kind="waiting">{t('card.suspended')}</Meaning>}
        </>
      ),
    },
    { id: 'compass', header: t('column.compass'), cell: (card) => <ProgramCompass compass={card.compass} /> },
    {
      id: 'polling',
      header: t('column.polling'),
      numeric: true,
      cell: (card) => (card.pollingOn === null ? '–' : format.day(card.pollingOn)),
    },
    { id: 'coordinator', header: t('column.coordinator'), cell: (card) => card.coordinator.name },
    {
      id: 'age',
      header: t('column.age'),
      numeric: true,
      cell: (card) => (card.next === null ? '–' : <StageAge card={card} />),
    },
    { id: 'gate', header: t('column.gate'), cell: (card) => <NextGate blockedBy={card.blockedBy} /> },
    {
      id: 'approved',
      header: t('column.approved'),
      numeric: true,
      cell: ({ money }) => (compare(money.approved.amount, '0') > 0 ? format.money(money.approved) : '–'),
    },
  ]
}

/** The same programs as rows; ended ones too. */
export const PortfolioList = ({ cards }: { cards: readonly PortfolioCard[] }) => {
  const { t } = useTranslation('lifecycle')
  return (
    <DataTable
      caption={t('list.caption', { count: cards.length })}
      columns={useColumns()}
      rows={cards}
      rowKey={(card) => card.id}
    />
  )
}
