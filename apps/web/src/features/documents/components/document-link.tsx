import { documentContentPath } from '@entente/shared/documents/contract'
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { documentQuery } from '../api.ts'

/** A file by its name, ready to be opened. */
export const DocumentLink = ({ id }: { id: string }) => {
  const { t } = useTranslation('documents')
  const { data } = useQuery(documentQuery(id))
  return (
    <Anchor href={documentContentPath(id)} size="sm" download>
      <IconPaperclip size={14} aria-hidden /> {data?.name ?? t('file')}
      {data !== undefined && (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          · {t(`kind.${data.kind}`)}
        </Text>
      )}
    </Anchor>
  )
}
