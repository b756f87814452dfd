import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { stage } from '@entente/shared/programs/workflow'
import { Button, Checkbox, Group, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { usePrinciples } from '../../../programs/components/use-principles.ts'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { type FilterName, type PortfolioFilters, views as waysToLook } from './use-portfolio-filters.ts'
import { laneAttributes } from './use-program-lanes.ts'
import { FilterBar } from '../../../../ui/page/filter-bar.tsx'
import { SearchField } from '../../../../ui/form/search-field.tsx'
import { ViewSwitch } from '../../../../ui/page/view-switch.tsx'

type Props = {
  cards: readonly PortfolioCard[]
  portfolio: PortfolioFilters
  /** Views people keep of the portfolio. */
  views: ReactNode
}

/** Filters that a figure brought along: each says what it is and can be taken off. */
const Brought = ({ portfolio: { filters, set } }: Pick<Props, 'portfolio'>) => {
  const { t } = useTranslation('lifecycle/portfolio')
  const principleOf = usePrinciples()
  const stageName = useStageName()
  const known = stage.safeParse(filters.stage)
  const state = filters.state === '' ? '' : t(`filter.state.${filters.state}`)
  const principle = filters.principle === '' ? '' : principleOf(Number(filters.principle)).name
  const brought: { names: FilterName[]; label: string }[] = [
    { names: ['stage'], label: known.success ? stageName(known.data) : '' },
    { names: ['gate'], label: filters.gate },
    { names: ['principle', 'state'], label: [principle, state].filter(Boolean).join(' : ') },
  ]
  return brought
    .filter(({ label }) => label !== '')
    .map(({ names, label }) => (
      <Button
        key={label}
        size="xs"
        variant="light"
        rightSection={<IconX size={12} aria-hidden />}
        aria-label={t('filter.remove', { label })}
        onClick={() => set(Object.fromEntries(names.map((name) => [name, ''])))}
      >
        {label}
      </Button>
    ))
}

const useChoices = (cards: readonly PortfolioCard[]) => {
  const format = useFormat()
  const countries = new Set(cards.flatMap(({ countryCode }) => (countryCode === null ? [] : [countryCode])))
  const people = new Map(cards.map(({ coordinator }) => [coordinator.id, coordinator.name]))
  const byLabel = (left: { label: string }, right: { label: string }) => left.label.localeCompare(right.label)
  return {
    countries: [...countries].map((value) => ({ value, label: format.country(value) })).toSorted(byLabel),
    people: [...people].map(([value, label]) => ({ value, label })).toSorted(byLabel),
  }
}

/** The way to look; the board with a row for each country, region, person or partner. */
const Look = ({ portfolio: { view, lanes, set } }: Pick<Props, 'portfolio'>) => {
  const { t } = useTranslation('lifecycle/portfolio')
  return (
    <Group gap="xs" ml="auto">
      {view === 'board' && (
        <NativeSelect
          aria-label={t('lanes.title')}
          value={lanes ?? ''}
          data={[
            { value: '', label: t('lanes.none') },
            ...laneAttributes.map((value) => ({ value, label: t(`lanes.by.${value}`) })),
          ]}
          onChange={(event) => set({ lanes: event.currentTarget.value })}
        />
      )}
      <ViewSwitch
        label={t('view.label')}
        value={view}
        data={waysToLook.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(value) => set({ view: value === 'board' ? '' : value })}
      />
    </Group>
  )
}

/** What to look at, and how: the same filters for every way to look. */
export const PortfolioFilterBar = ({ cards, portfolio, views }: Props) => {
  const { t } = useTranslation('lifecycle/portfolio')
  const { filters, set, clear, isFiltered, count } = portfolio
  const choices = useChoices(cards)
  const flag = (name: 'putRight' | 'blocked' | 'suspended') => (
    <Checkbox
      label={t(`filter.${name}`)}
      checked={filters[name] === 'true'}
      onChange={(event) => set({ [name]: event.currentTarget.checked ? 'true' : '' })}
    />
  )
  return (
    <FilterBar
      label={t('filter.label')}
      count={count}
      aside={
        <>
          {views}
          <Look portfolio={portfolio} />
        </>
      }
    >
      <SearchField label={t('filter.q')} value={filters.q} onChange={(q) => set({ q })} />
      <NativeSelect
        aria-label={t('filter.country')}
        value={filters.country}
        data={[{ value: '', label: t('filter.anyCountry') }, ...choices.countries]}
        onChange={(event) => set({ country: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('filter.coordinator')}
        value={filters.coordinator}
        data={[{ value: '', label: t('filter.anyCoordinator') }, ...choices.people]}
        onChange={(event) => set({ coordinator: event.currentTarget.value })}
      />
      {flag('putRight')}
      {flag('blocked')}
      {flag('suspended')}
      <Brought portfolio={portfolio} />
      {isFiltered && (
        <Button size="xs" variant="subtle" onClick={clear}>
          {t('filter.clear')}
        </Button>
      )}
    </FilterBar>
  )
}
