import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'

/** A reason over its button: for whoever points at it, holds it or reaches it by keys. */
export const ReasonTooltip = ({ reason, children }: { reason: string; children: ReactElement }) => (
  <Tooltip label={reason} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
    {children}
  </Tooltip>
)
