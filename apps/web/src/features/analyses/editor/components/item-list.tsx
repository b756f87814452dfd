import { Button, Fieldset, Group, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props<Item> = {
  items: readonly Item[]
  blank: Item
  limit: number
  /** `Risque 2` */
  nameOf: (number: number) => string
  add: string
  onChange: (items: Item[]) => void
  children: (item: Item, change: (part: Partial<Item>) => void, number: number) => ReactNode
}

/** A list one writes: each item in a frame with its number, one more at the end. */
export const ItemList = <Item,>({ items, blank, limit, nameOf, add, onChange, children }: Props<Item>) => {
  const { t } = useTranslation('analyses')
  const change = (index: number) => (part: Partial<Item>) =>
    onChange(items.map((item, place) => (place === index ? { ...item, ...part } : item)))
  return (
    <Stack gap="sm">
      {items.map((item, index) => (
        // The place is the identity of an item: it has no other.
        <Fieldset key={nameOf(index + 1)} legend={nameOf(index + 1)}>
          <Stack gap="xs">
            {children(item, change(index), index + 1)}
            <Group justify="flex-end">
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => onChange(items.filter((_, place) => place !== index))}
              >
                {t('remove', { name: nameOf(index + 1) })}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      {items.length < limit && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...items, blank])}
          >
            {add}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
