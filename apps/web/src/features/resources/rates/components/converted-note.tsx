import type { Converted } from '@entente/shared/resources/rates/contract'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'

/** What an amount was before it became Canadian dollars: in which currency, at which rate, from whom, of which day. */
export const ConvertedNote = ({ original }: { original: Converted | null | undefined }) => {
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  if (original === null || original === undefined) return null
  const { amount, currency, rate, rateSource, rateOn } = original
  return (
    <Text component="div" size="xs" c="dimmed" fw={400}>
      {t('rate.note', {
        amount: format.money({ amount, currency }),
        rate: format.rate(rate),
        source: rateSource,
        on: format.day(rateOn),
      })}
    </Text>
  )
}
