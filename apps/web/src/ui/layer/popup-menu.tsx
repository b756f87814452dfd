import { Menu, type MenuProps } from '@mantine/core'
import { cloneElement, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PopupTrigger } from './lazy-popup.tsx'

type Props = Pick<MenuProps, 'position' | 'width'> & { target: PopupTrigger; children: ReactNode }

/** A menu that opens as it comes, and gives the focus back to its button. */
export const PopupMenu = ({ target, children, ...look }: Props) => {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
    const frame = requestAnimationFrame(() => setIsOpen(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Menu {...look} opened={isOpen} onChange={setIsOpen}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
