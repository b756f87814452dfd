import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

type Props = { label: string; value: string; onChange: (value: string) => void; width?: number }

/**
 * Where one types what to look for; its label is also its hint. What is being typed stands here at once: what it
 * finds, and the address that keeps it, may follow later.
 */
export const SearchField = ({ label, value, onChange, width = 220 }: Props) => {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      type="search"
      w={width}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed ?? value}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(currentTarget.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
