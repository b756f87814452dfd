import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'

/** From a day to another, in words. */
export const useDaysWords = () => {
  const { t } = useTranslation('capacity/staff')
  const format = useFormat()
  return ({ from, to }: { from: string; to: string }) =>
    from === to ? format.day(from) : t('span', { from: format.dayOfYear(from), to: format.day(to) })
}
