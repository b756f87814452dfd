import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

type Props = { label: string; value: string; onChange: (value: string) => void; width?: number }

/** Where one types what to look for; its label is also its hint. */
export const SearchField = ({ label, value, onChange, width = 220 }: Props) => (
  <TextInput
    type="search"
    w={width}
    aria-label={label}
    placeholder={label}
    leftSection={<IconSearch size={16} aria-hidden />}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
