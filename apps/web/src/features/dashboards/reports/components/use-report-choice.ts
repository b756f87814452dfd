import { reportBy } from '@entente/shared/dashboards/reports/contract'
import { useSearchParams } from 'react-router'
import { thisFiscalYear } from '../../../resources/rates/api.ts'
import { today } from '../../../../lib/format/days.ts'

/** What the address asks of the reports: a fiscal year, what to group by, and a past day for the envelopes. */
export const useReportChoice = () => {
  const [search, setSearch] = useSearchParams()
  const by = reportBy.catch('program').parse(search.get('by'))
  const year = search.get('fiscalYear') ?? ''
  const day = search.get('asOf') ?? ''
  const choose = (name: 'by' | 'fiscalYear' | 'asOf', value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return {
    by,
    fiscalYear: /^\d{4}$/.test(year) ? year : String(thisFiscalYear()),
    asOf: /^\d{4}-\d\d-\d\d$/.test(day) && day < today() ? day : today(),
    search,
    choose,
  }
}
