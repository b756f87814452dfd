import { useTranslation } from 'react-i18next'
import { thisFiscalYear } from '../api.ts'

/** Fiscal years one may look at, the next first, as choices. */
export const useFiscalYears = () => {
  const { t } = useTranslation('resources/rates')
  const year = thisFiscalYear()
  return [year + 1, year, year - 1, year - 2].map((from) => ({
    value: String(from),
    label: t('fiscalYear', { from, to: from + 1 }),
  }))
}
