import { Button, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../../lib/format/format.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Facts } from '../../../ui/display/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { programAnalysesQuery } from '../api.ts'
import { AnalysisState } from '../components/analysis-state.tsx'
import styles from '../components/memo.module.css'
import { parts } from '../components/outline.tsx'
import { PartText } from '../components/part-text.tsx'

/** The analysis as it would be printed and signed. */
export const ProgramMemoPage = () => {
  const { t } = useTranslation('analyses')
  const format = useFormat()
  const program = useProgram()
  const { data: versions } = useSuspenseQuery(programAnalysesQuery(program.id))
  const [search] = useSearchParams()
  const analysis = versions.find(({ number }) => String(number) === search.get('version')) ?? versions[0]
  const print = (
    <Button
      className={styles.screen ?? ''}
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => window.print()}
    >
      {t('memo.print')}
    </Button>
  )
  return (
    <Page
      title={t('memo.title', { reference: program.reference })}
      subtitle={format.text(program.title)}
      breadcrumbs={[
        { label: program.reference, href: paths.program.href(program.id) },
        { label: t('title'), href: paths.programAnalysis.href(program.id) },
      ]}
      actions={analysis !== undefined && print}
    >
      {analysis === undefined && <EmptyState title={t('empty')} />}
      {analysis !== undefined && (
        <article className={styles.memo}>
          <Facts
            facts={[
              { label: t('version'), value: analysis.number },
              { label: t('column.state'), value: <AnalysisState state={analysis.state} /> },
              { label: t('memo.writers'), value: format.list(analysis.writers.map(({ name }) => name)) },
              {
                label: t('review.by'),
                value:
                  analysis.reviewer === null || analysis.reviewedAt === null
                    ? t('memo.notReviewed')
                    : `${analysis.reviewer.name}, ${format.date(analysis.reviewedAt)}`,
              },
              ...(analysis.validUntil === null
                ? []
                : [{ label: t('review.validUntil'), value: format.day(analysis.validUntil) }]),
            ]}
          />
          {parts.map((part) => (
            <section key={part}>
              <Title order={2} size="h3">
                {t(`part.${part}`)}
              </Title>
              <PartText part={part} content={analysis.content} />
            </section>
          ))}
          <Text size="xs" c="dimmed">
            {t('memo.foot', { reference: program.reference, number: analysis.number })}
          </Text>
        </article>
      )}
    </Page>
  )
}
