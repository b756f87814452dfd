import type { Unit } from '@entente/shared/resources/rates/options'
import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import { inCad } from '@entente/shared/resources/rates/rules'
import { Group, NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { ratesQuery } from '../api.ts'
import { today } from '../../../../lib/format/days.ts'

/** What was typed as the contract wants it: an amount in a currency, days or items, by what the envelope counts. */
export const quantityOf = (unit: Unit | undefined, quantity: string, currency = 'CAD') => {
  if (unit === 'staffDay') return { days: quantity }
  return unit === 'item' ? { items: quantity } : { amount: { amount: quantity, currency } }
}

/** The contract names `amount.amount`, `amount.currency`, `days` or `items`; a form has one field for how much. */
export const quantityErrors = (errors: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(errors).map(([place, error]) => [
      place
        .replace(/^(.*?\b)(?:amount\.amount|amount|days|items)$/, '$1quantity')
        .replace(/amount\.currency$/, 'currency'),
      error,
    ]),
  )

type Field = { value: string; error?: ReactNode; onChange: (value: string) => void }

/** How an amount is called and marked, by what the envelope counts. */
export const useUnitWords = (unit: Unit | undefined) => {
  const { t } = useTranslation('resources/rates')
  if (unit === 'staffDay') return { label: t('form.days'), mark: t('form.dayUnit') }
  return unit === 'item' ? { label: t('form.items'), mark: t('form.itemUnit') } : { label: t('form.amount'), mark: '$' }
}

type Props = {
  unit: Unit | undefined
  quantity: Field
  currency: Field
  /** The day whose rates convert; today unless said. */
  on?: string
  isFirst?: boolean
}

/** How much: days, items, or an amount in any currency that has a rate. */
export const QuantityInput = ({ unit, quantity, currency, on = today(), isFirst = false }: Props) => {
  const { label, mark } = useUnitWords(unit)
  const field = { label, required: true, ...(isFirst && { 'data-autofocus': true }), ...quantity }
  return unit === 'CAD' || unit === undefined ? (
    <MoneyInput field={field} currency={currency} on={on} />
  ) : (
    <DecimalInput {...field} unit={mark} />
  )
}

type MoneyProps = { field: Field & { label: string }; currency: Field; on: string }

/** An amount in a currency, with what it makes in Canadian dollars at the rate of the day. */
const MoneyInput = ({ field, currency, on }: MoneyProps) => {
  const { t } = useTranslation('resources/rates')
  const { data } = useQuery(ratesQuery(on))
  const rates = data?.items ?? []
  const rate = rates.find((item) => item.currency === currency.value)
  const known = new Set(['CAD', ...rates.map((item) => item.currency), currency.value])
  return (
    <div>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <DecimalInput flex={1} {...field} />
        <NativeSelect
          w={110}
          label={t('form.currency')}
          data={[...known]}
          value={currency.value}
          error={currency.error}
          onChange={(event) => currency.onChange(event.currentTarget.value)}
        />
      </Group>
      {rate !== undefined && <Makes amount={field.value} rate={rate} />}
    </div>
  )
}

const Makes = ({ amount, rate: { rate, source, on } }: { amount: string; rate: ExchangeRate }) => {
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  const cad = inCad(/^\d+(\.\d+)?$/.test(amount) ? amount : '0', rate)
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {t('rate.makes', {
        cad: format.money({ amount: cad, currency: 'CAD' }),
        rate: format.rate(rate),
        source,
        on: format.day(on),
      })}
    </Text>
  )
}
