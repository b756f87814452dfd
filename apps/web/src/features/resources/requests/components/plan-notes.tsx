import type { Forecast } from '@entente/shared/resources/requests/contract'
import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import { inCad } from '@entente/shared/resources/rates/rules'
import { compare, sum } from '@entente/shared/kernel/money'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { forecastQuery } from '../api.ts'
import { ratesQuery } from '../../rates/api.ts'
import { today } from '../../../../lib/format/days.ts'

type Asked = { unit: string; amount: string }[]
type Props = { programId: string; asked: Asked }

/** An amount of another currency at the rate of the day, as the server will convert it. */
const inDollars = (one: Asked[number], rates: readonly ExchangeRate[]) => {
  const rate = rates.find(({ currency }) => currency === one.unit)?.rate
  return rate === undefined ? one : { unit: 'CAD', amount: inCad(one.amount, rate) }
}

/** What the program comes to with what is asked here, and whether it asks for more than an approval. */
const standingOf = (part: Forecast, asked: Asked) => {
  const own = asked.filter(({ unit }) => unit === part.unit).map(({ amount }) => amount)
  const total = sum([part.forecast, ...own])
  const over =
    compare(total, part.decidedAbove) > 0 ? 'decided' : compare(total, part.revisedAbove) > 0 ? 'revised' : null
  return { total, over } as const
}

/** Where a request would bring its program against the plan it was decided on, said while it is written (P7-G7). */
export const PlanNotes = ({ programId, asked }: Props) => {
  const { t } = useTranslation('resources/requests')
  const format = useFormat()
  const { data = [] } = useQuery(forecastQuery(programId))
  const { data: rates } = useQuery(ratesQuery(today()))
  const counted = asked.map((one) => inDollars(one, rates?.items ?? []))
  if (data.length === 0) return null
  return (
    <Stack component="output" gap={4}>
      {data.map((part) => {
        const { total, over } = standingOf(part, counted)
        const amounts = { total: format.quantity(total, part.unit), planned: format.quantity(part.planned, part.unit) }
        return (
          <div key={part.unit}>
            <Text size="sm">{t('plan.standing', amounts)}</Text>
            {over !== null && (
              <StatusBadge kind={over === 'decided' ? 'blocked' : 'waiting'}>
                {t(`plan.${over}`, {
                  most: format.quantity(over === 'decided' ? part.decidedAbove : part.revisedAbove, part.unit),
                })}
              </StatusBadge>
            )}
          </div>
        )
      })}
    </Stack>
  )
}
