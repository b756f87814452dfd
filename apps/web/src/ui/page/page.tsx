import { Anchor, Breadcrumbs, Container, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './page.module.css'

export type Crumb = { label: string; href: string }
type Props = {
  title: string
  /** Beside the title: a badge, a flag. */
  mark?: ReactNode
  subtitle?: ReactNode
  breadcrumbs?: readonly Crumb[]
  actions?: ReactNode
  /** Boards and wide tables take the whole width. */
  wide?: boolean
  children: ReactNode
}

/** The shape of a page: where it is, what it is called, what can be done, then the content. */
export const Page = ({ title, mark, subtitle, breadcrumbs = [], actions, wide = false, children }: Props) => (
  <Container fluid={wide} size={wide ? '100%' : 1180} className={styles.page} mx={0}>
    <title>{`${title} · Entente`}</title>
    {breadcrumbs.length > 0 && (
      <Breadcrumbs component="nav" separator="›" separatorMargin={6} mb={4}>
        {breadcrumbs.map(({ label, href }) => (
          <Anchor key={href} component={Link} to={href} size="sm">
            {label}
          </Anchor>
        ))}
      </Breadcrumbs>
    )}
    <Group justify="space-between" align="flex-start" gap="xs" mb="md">
      <Stack gap={2}>
        <Group gap="xs">
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {mark}
        </Group>
        {subtitle !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {subtitle}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
    {children}
  </Container>
)
