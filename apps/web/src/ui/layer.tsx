import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from './use-return-focus.ts'

/** A dialog over the page; once it is closed, the focus is where it came from. */
export const Dialog = (props: ModalProps) => {
  const { t } = useTranslation('ui')
  useReturnFocus(props.opened)
  return <Modal {...props} closeButtonProps={{ 'aria-label': t('close') }} />
}

/** The same, beside the page. */
export const SidePanel = (props: DrawerProps) => {
  const { t } = useTranslation('ui')
  useReturnFocus(props.opened)
  return <Drawer position="right" {...props} closeButtonProps={{ 'aria-label': t('close') }} />
}
