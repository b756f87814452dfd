import { Button, Group } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  label: string
  /** How many filters are on. */
  count: number
  /** The filters. */
  children: ReactNode
  /** What stays in sight on a phone: views, ways to look. */
  aside: ReactNode
}

/** What to look at, and how; on a phone the filters fold behind a button that says how many are on. */
export const FilterBar = ({ label, count, children, aside }: Props) => {
  const { t } = useTranslation('ui')
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const isShown = !isPhone || isOpen
  return (
    <Group gap="sm" mb="sm" component="search" aria-label={label}>
      {isPhone && (
        <Button
          size="xs"
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('filters', { count })}
        </Button>
      )}
      <Group id={id} gap="sm" hidden={!isShown} display={isShown ? 'contents' : 'none'}>
        {children}
      </Group>
      {aside}
    </Group>
  )
}
