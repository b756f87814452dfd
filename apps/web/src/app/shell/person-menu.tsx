import type { SignedInUser } from '@entente/shared/users/contract'
import { Button, Text } from '@mantine/core'
import { IconChevronDown, IconUser } from '@tabler/icons-react'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyPopup } from '../../ui/layer/lazy-popup.tsx'

const PersonChoices = lazy(async () => ({ default: (await import('./person-choices.tsx')).PersonChoices }))

export const PersonMenu = ({ user }: { user: SignedInUser }) => {
  const { t } = useTranslation('app')
  const button = (
    <Button
      variant="subtle"
      color="gray"
      px="xs"
      leftSection={<IconUser size={18} aria-hidden />}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      aria-label={t('person.menu', { name: user.name })}
    >
      <Text component="span" size="sm" visibleFrom="sm">
        {user.name}
      </Text>
    </Button>
  )
  return <LazyPopup target={button} open={(target) => <PersonChoices user={user} target={target} />} />
}
