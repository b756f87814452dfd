import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format.ts'

/** ISO 3166-1: countries and territories that hold votes. Their names come from the browser. */
const countryCodes = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BR BS BT BW BY BZ CA CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB ' +
  'GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG ' +
  'KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS ' +
  'MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS ' +
  'RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA ' +
  'UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

type Props = {
  id?: string
  label: string
  description?: string
  value: string | null
  onChange: (code: string | null) => void
  error?: unknown
  isRequired?: boolean
}

/** A country by its name in the reader's language, found by typing. */
export const CountrySelect = ({ label, value, onChange, error, isRequired = false, ...props }: Props) => {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const data = countryCodes
    .map((code) => ({ value: code, label: format.country(code) }))
    .toSorted((left, right) => left.label.localeCompare(right.label))
  return (
    <Select
      {...props}
      label={label}
      required={isRequired}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('country.clear') }}
      nothingFoundMessage={t('country.none')}
      data={data}
      value={value}
      onChange={onChange}
      error={typeof error === 'string' ? error : null}
    />
  )
}
