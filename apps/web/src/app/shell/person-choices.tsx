import type { SignedInUser } from '@entente/shared/users/contract'
import { Menu, Text } from '@mantine/core'
import { IconLogout, IconLogout2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '../../features/users/api.ts'
import { useFormat } from '../../lib/format/format.ts'
import type { PopupTrigger } from '../../ui/layer/lazy-popup.tsx'
import { PopupMenu } from '../../ui/layer/popup-menu.tsx'

/** Who I am here, and the way out. */
export const PersonChoices = ({ user, target }: { user: SignedInUser; target: PopupTrigger }) => {
  const { t } = useTranslation(['app', 'users'])
  const format = useFormat()
  const signOut = useSignOut()
  return (
    <PopupMenu position="bottom-end" width={280} target={target}>
      <Menu.Label>
        <Text size="sm" fw={600} c="var(--mantine-color-text)">
          {user.name}
        </Text>
        <div>{user.email}</div>
        <div>{format.list(user.roles.map((role) => t(`users:role.${role}`)))}</div>
      </Menu.Label>
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate({ everywhere: false })}>
        {t('app:person.signOut')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout2 size={16} />} onClick={() => signOut.mutate({ everywhere: true })}>
        {t('app:person.signOutEverywhere')}
      </Menu.Item>
    </PopupMenu>
  )
}
