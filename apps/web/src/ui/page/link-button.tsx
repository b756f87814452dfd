import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const LinkButton = ({ to, children, ...props }: ButtonProps & { to: string; children: ReactNode }) => (
  <Button component={Link} to={to} variant="light" {...props}>
    {children}
  </Button>
)
