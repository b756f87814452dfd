import { ledgerFilter } from '@entente/shared/resources/ledger/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { organizationsQuery } from '../../../organizations/api.ts'
import { type LedgerFilter, referencesQuery } from '../api.ts'

/** The filter of the ledger an address carries; what the ledger would not understand is left out. */
export const ledgerFilterIn = (search: URLSearchParams): LedgerFilter =>
  Object.fromEntries(
    Object.entries(ledgerFilter).flatMap(([name, shape]) => {
      const value = search.get(name)
      return value !== null && shape.safeParse(value).success ? [[name, value]] : []
    }),
  )

/** A filter as the address carries it. */
export const searchOf = (filter: LedgerFilter) =>
  new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()

const useProgramWord = ({ programId }: LedgerFilter) => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const { data: references = {} } = useQuery({ ...referencesQuery(), enabled: programId !== undefined })
  return programId === undefined ? '' : (references[programId] ?? t('ledger.program'))
}

const usePartnerWord = ({ organizationId }: LedgerFilter) => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const format = useFormat()
  const { data = [] } = useQuery({ ...organizationsQuery, enabled: organizationId !== undefined })
  if (organizationId === 'none') return t('ledger.none.organizationId')
  const partner = data.find(({ id }) => id === organizationId)
  return partner === undefined ? '' : (partner.acronym ?? format.text(partner.name))
}

const useCountryWord = ({ countryCode }: LedgerFilter) => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const format = useFormat()
  if (countryCode === undefined) return ''
  return countryCode === 'none' ? t('ledger.none.countryCode') : format.country(countryCode)
}

/** What a filter keeps, in words; an envelope is named by the page itself. */
export const useFilterWords = (filter: LedgerFilter) => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const { allocationId, kind, fiscalYear, unit, general, moves } = filter
  const words = [
    useProgramWord(filter),
    general && t('general'),
    allocationId && t('ledger.oneAllocation'),
    kind && t(`entry.${kind}`),
    moves && t(`ledger.moves.${moves}`),
    useCountryWord(filter),
    usePartnerWord(filter),
    unit && t(`unit.${unit}`),
    fiscalYear && t('fiscalYear', { from: Number(fiscalYear), to: Number(fiscalYear) + 1 }),
  ]
  return words.filter((word) => word !== undefined && word !== '')
}
