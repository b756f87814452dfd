import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { type FileQuery, type ReportFile, useReportFile } from '../api.ts'

type Props = { report: ReportFile; query: FileQuery; title: string }

/** Takes a report away as it stands on screen, in either format. */
export const FileButtons = ({ report, query, title }: Props) => {
  const { t } = useTranslation('dashboards/reports')
  const file = useReportFile(report, query)
  return (
    <>
      <ProblemAlert error={file.error} onClose={file.reset} />
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={file.isPending && file.variables === format}
          aria-label={t('take', { title, format: t(`format.${format}`) })}
          onClick={() => file.mutate(format)}
        >
          {t(`format.${format}`)}
        </Button>
      ))}
    </>
  )
}
