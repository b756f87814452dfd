import { Button, type ButtonProps, Menu, type MenuItemProps, Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { type ComponentPropsWithoutRef, type MouseEvent, useId } from 'react'

/** What an answer says of its reader: the actions that are open, and why others are not. */
export type Allowed<Action extends string> = {
  can: readonly string[]
  cannot: { readonly [Name in Action]?: string | undefined }
}

/** Whether an action has a place on the screen: open to this reader, or closed for a reason. */
export const isNamed = <Action extends string>(of: Allowed<Action> | undefined, to: NoInfer<Action>) =>
  of !== undefined && (of.can.includes(to) || of.cannot[to] !== undefined)

type Asked<Action extends string> = {
  /** The record, or the list, as its reader may act on it; nothing while it is on its way. */
  of: Allowed<Action> | undefined
  to: NoInfer<Action>
}

type Props<Action extends string> = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'type'> &
  Asked<Action>

/**
 * The button of an action. Where the action is closed to the role, there is none; where the person or the state forbids
 * it, the button stays, can be reached, and says why not.
 */
export const ActionButton = <Action extends string>({ of, to, children, ...button }: Props<Action>) => {
  const id = useId()
  const reason = of?.cannot[to]
  if (reason === undefined) return of?.can.includes(to) === true && <Button {...button}>{children}</Button>
  const stay = (event: MouseEvent) => event.preventDefault()
  return (
    <>
      <Tooltip label={reason} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <Button {...button} aria-disabled data-disabled aria-describedby={id} onClick={stay}>
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={id}>{reason}</VisuallyHidden>
    </>
  )
}

type ItemProps<Action extends string> = MenuItemProps & { onClick: () => void } & Asked<Action>

/** The same in a menu, where the reason stands under the words. */
export const ActionItem = <Action extends string>({ of, to, children, onClick, ...item }: ItemProps<Action>) => {
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

/** Why an action is closed to this person, or now, where a form would stand if it were open. */
export const WhyNot = <Action extends string>({ of, to }: Asked<Action>) => {
  const reason = of?.cannot[to]
  return (
    reason !== undefined && (
      <Text size="sm" c="dimmed">
        {reason}
      </Text>
    )
  )
}
