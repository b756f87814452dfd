import { Stack, Text } from '@mantine/core'
import { type Icon, IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode; icon?: Icon }

/** Nothing here yet, why, and the one thing to do about it. */
export const EmptyState = ({ title, children, action, icon: Icon = IconInbox }: Props) => (
  <Stack align="center" gap="xs" py="xl" ta="center">
    <Icon size={32} stroke={1.4} aria-hidden color="var(--neutral-fg)" />
    <Text fw={600}>{title}</Text>
    {children !== undefined && (
      <Text component="div" size="sm" c="dimmed" maw={480}>
        {children}
      </Text>
    )}
    {action}
  </Stack>
)
