import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { chainQuery } from '../api.ts'

/** Verifies the whole hash chain when asked, and says what was found. */
export const ChainCheck = () => {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const { data, error, isFetching, refetch } = useQuery(chainQuery)
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={isFetching}
        leftSection={<IconLink size={16} aria-hidden />}
        onClick={() => void refetch()}
      >
        {t('verify')}
      </Button>
      <output>
        {data?.intact === true && (
          <StatusBadge kind="proven">{t('intact', { entries: format.number(data.entries) })}</StatusBadge>
        )}
        {data?.intact === false && <StatusBadge kind="blocked">{t('broken', { entry: data.firstBroken })}</StatusBadge>}
      </output>
      <ProblemAlert error={error} />
    </Group>
  )
}
