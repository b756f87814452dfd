import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './section.module.css'

type Props = {
  /** The address of the section: gate links name it. */
  id: string
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page that links can lead to. */
export const Section = ({ id, title, description, actions, children }: Props) => (
  <section id={id} aria-labelledby={`${id}-title`} className={styles.section} tabIndex={-1}>
    <Group justify="space-between" align="flex-start" gap="xs" mb="xs">
      <div>
        <Title order={2} size="h2" id={`${id}-title`}>
          {title}
        </Title>
        {description !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {description}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
    {children}
  </section>
)
