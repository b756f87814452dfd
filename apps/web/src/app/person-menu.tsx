import type { SignedInUser } from '@entente/shared/users/contract'
import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconLogout, IconLogout2, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '../features/users/api.ts'
import { useFormat } from '../lib/format.ts'

export const PersonMenu = ({ user }: { user: SignedInUser }) => {
  const { t } = useTranslation(['app', 'users'])
  const format = useFormat()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconUser size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('app:person.menu', { name: user.name })}
        >
          <Text component="span" size="sm" visibleFrom="sm">
            {user.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  )
}
