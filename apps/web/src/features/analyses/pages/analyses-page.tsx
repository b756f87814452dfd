import { analysisState } from '@entente/shared/analyses/workflow'
import { Button, NativeSelect, Stack } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconFileSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../ui/page/link-button.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { analysesQuery, waitingQuery } from '../api.ts'
import { AnalysisTable } from '../components/analysis-table.tsx'

/** Analyses that wait for me, then all of them. */
export const AnalysesPage = () => {
  const { t } = useTranslation('analyses')
  const { data: waiting } = useSuspenseQuery(waitingQuery())
  const [search, setSearch] = useSearchParams()
  const parsed = analysisState.safeParse(search.get('state'))
  const state = parsed.success ? parsed.data : undefined
  const list = useInfiniteQuery({ ...analysesQuery(state), placeholderData: keepPreviousData })
  const choose = (value: string) => setSearch(value === '' ? {} : { state: value }, { replace: true })
  const goToPrograms = <LinkButton to={paths.programs.href()}>{t('choosePrograms')}</LinkButton>
  return (
    <Page title={t('all.title')} subtitle={t('all.subtitle')}>
      <Stack gap="md">
        <Section id="waiting" title={t('waiting.title')}>
          <AnalysisTable
            caption={t('waiting.title')}
            rows={waiting.toReview}
            empty={<EmptyState icon={IconFileSearch} title={t('waiting.empty')} />}
          />
        </Section>
        <Section
          id="all"
          title={t('all.list')}
          actions={
            <NativeSelect
              aria-label={t('column.state')}
              value={state ?? ''}
              data={[
                { value: '', label: t('all.anyState') },
                ...analysisState.options.map((value) => ({ value, label: t(`state.${value}`) })),
              ]}
              onChange={(event) => choose(event.currentTarget.value)}
            />
          }
        >
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          {list.isPending && <PanelSkeleton />}
          {list.data !== undefined && (
            <AnalysisTable
              caption={t('all.list')}
              rows={list.data.pages.flatMap(({ items }) => items)}
              empty={<EmptyState icon={IconFileSearch} title={t('all.empty')} action={goToPrograms} />}
            />
          )}
          {list.hasNextPage && (
            <Button
              mt="sm"
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </Section>
      </Stack>
    </Page>
  )
}
