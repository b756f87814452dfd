import { Button, Group, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type Props = { draft: { isKept: boolean; discard: () => void } }

/** Says that what is written stays if one leaves, and offers to start afresh. */
export const DraftNotice = ({ draft }: Props) => {
  const { t } = useTranslation('ui')
  return (
    <Group gap={4} mr="auto" mih={36}>
      {draft.isKept && (
        <>
          <IconDeviceFloppy size={16} aria-hidden color="var(--neutral-fg)" />
          <Text component="span" size="sm" c="dimmed">
            {t('draft.kept')}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={draft.discard}>
            {t('draft.discard')}
          </Button>
        </>
      )}
    </Group>
  )
}
