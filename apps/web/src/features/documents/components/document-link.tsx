import { documentContentPath } from '@entente/shared/documents/contract'
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconLock, IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../lib/api/problem.ts'
import { documentQuery } from '../api.ts'

/** A file by its name, ready to be opened; kept from this reader, it says so. */
export const DocumentLink = ({ id }: { id: string }) => {
  const { t } = useTranslation('documents')
  const { data, error } = useQuery(documentQuery(id))
  if (isProblem(error, 'not-found'))
    return (
      <Text component="span" size="sm" c="dimmed">
        <IconLock size={14} aria-hidden /> {t('kept')}
      </Text>
    )
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
