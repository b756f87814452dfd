import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/layer/dialog.tsx'

type Props = { url: string; onClose: () => void }

/** The address of a new link: it is shown now and never again. */
export const NewLinkDialog = ({ url, onClose }: Props) => {
  const { t } = useTranslation(['shares', 'ui'])
  return (
    <Dialog opened onClose={onClose} closeOnClickOutside={false} size="lg" title={t('shares:link.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('shares:link.once')}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {url}
        </Code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button
                onClick={copy}
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              >
                {t(copied ? 'shares:link.copied' : 'shares:link.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {t('ui:close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
