import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from './use-return-focus.ts'
import { useTopLayer } from './use-top-layer.ts'

/** A dialog over the page; once it is closed, the focus is where it came from. */
export const Dialog = ({ closeOnEscape = true, ...props }: ModalProps) => {
  const { t } = useTranslation('ui')
  useReturnFocus(props.opened)
  const escapes = useTopLayer(props.opened) && closeOnEscape
  return <Modal {...props} closeOnEscape={escapes} closeButtonProps={{ 'aria-label': t('close') }} />
}

/** The same, beside the page. */
export const SidePanel = ({ closeOnEscape = true, ...props }: DrawerProps) => {
  const { t } = useTranslation('ui')
  useReturnFocus(props.opened)
  const escapes = useTopLayer(props.opened) && closeOnEscape
  return <Drawer position="right" {...props} closeOnEscape={escapes} closeButtonProps={{ 'aria-label': t('close') }} />
}
