import { Text } from '@mantine/core'

/** What an answer says of its reader: the actions that are open, and why others are not. */
export type Allowed<Action extends string> = {
  can: readonly string[]
  cannot: { readonly [Name in Action]?: string | undefined }
}

export type Asked<Action extends string> = {
  /** The record, or the list, as its reader may act on it; nothing while it is on its way. */
  of: Allowed<Action> | undefined
  to: NoInfer<Action>
}

/** Whether an action has a place on the screen: open to this reader, or closed for a reason. */
export const isNamed = <Action extends string>(of: Allowed<Action> | undefined, to: NoInfer<Action>) =>
  of !== undefined && (of.can.includes(to) || of.cannot[to] !== undefined)

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
