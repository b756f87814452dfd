import { Button, type ButtonProps, VisuallyHidden } from '@mantine/core'
import { type ComponentPropsWithoutRef, lazy, type MouseEvent, Suspense, useId } from 'react'
import type { Asked } from './why-not.tsx'

// Most buttons are open: what is needed for those that are not comes when there is one.
const ReasonTooltip = lazy(async () => ({ default: (await import('./reason-tooltip.tsx')).ReasonTooltip }))

const stay = (event: MouseEvent) => event.preventDefault()

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
  const closed = (
    <Button {...button} aria-disabled data-disabled aria-describedby={id} onClick={stay}>
      {children}
    </Button>
  )
  return (
    <>
      <Suspense fallback={closed}>
        <ReasonTooltip reason={reason}>{closed}</ReasonTooltip>
      </Suspense>
      <VisuallyHidden id={id}>{reason}</VisuallyHidden>
    </>
  )
}
