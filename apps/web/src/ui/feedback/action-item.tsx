import { Menu, type MenuItemProps, Text } from '@mantine/core'
import type { Asked } from './why-not.tsx'

type Props<Action extends string> = MenuItemProps & { onClick: () => void } & Asked<Action>

/** An action in a menu; where it is closed for a reason, the reason stands under its words. */
export const ActionItem = <Action extends string>({ of, to, children, onClick, ...item }: Props<Action>) => {
  const reason = of?.cannot[to]
  if (reason === undefined)
    return (
      of?.can.includes(to) === true && (
        <Menu.Item {...item} onClick={onClick}>
          {children}
        </Menu.Item>
      )
    )
  return (
    <Menu.Item {...item} aria-disabled c="dimmed" closeMenuOnClick={false}>
      {children}
      <Text component="span" display="block" size="xs" maw={280}>
        {reason}
      </Text>
    </Menu.Item>
  )
}
