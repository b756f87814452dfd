import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '../../lib/i18n/use-locale.ts'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** A decimal string as on the wire (`12.5`), or an empty one. */
  value: string
  onChange: (value: string) => void
  /** `$` or `j-p`. */
  unit?: string
}

/** `25 000,50` as people write it → `25000.50` as the wire wants it; anything else is left for the form to refuse. */
const decimalOf = (typed: string) => typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')

/** A figure typed the way one writes it here, with a comma and spaces, kept as an exact decimal string. */
export const DecimalInput = ({ value, onChange, unit, ...props }: Props) => {
  const isFrench = useLocale() === 'fr'
  const [typed, setTyped] = useState(() => (isFrench ? value.replace('.', ',') : value))
  const shown = decimalOf(typed) === value ? typed : isFrench ? value.replace('.', ',') : value
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      {...(unit !== undefined && { rightSection: unit, rightSectionWidth: 48 })}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(decimalOf(event.currentTarget.value))
      }}
    />
  )
}
