import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'

/** From when to when, with what is known of it. */
export const Period = ({ from, to }: { from: string | null; to: string | null }) => {
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  if (from !== null && to !== null) return t('period.both', { from: format.day(from), to: format.day(to) })
  if (from !== null) return t('period.from', { from: format.day(from) })
  return to === null ? '–' : t('period.to', { to: format.day(to) })
}
