import { Textarea } from '@mantine/core'

type Props = { label: string; limit: number; value: string; rows?: number; onChange: (value: string) => void }

/** A long text of the analysis. */
export const TextField = ({ label, limit, value, rows = 5, onChange }: Props) => (
  <Textarea
    aria-label={label}
    autosize
    minRows={rows}
    maxLength={limit}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
