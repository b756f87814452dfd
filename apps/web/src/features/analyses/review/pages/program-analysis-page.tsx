import type { Program } from '@entente/shared/programs/contract'
import type { Analysis } from '@entente/shared/analyses/contract'
import { Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconFileSearch, IconPlus, IconPrinter } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useProgram } from '../../../programs/components/use-program.ts'
import { programAnalysesQuery, useStartAnalysis } from '../../api.ts'
import { AnalysisState } from '../../components/analysis-state.tsx'
import { AnalysisWork } from '../components/analysis-work.tsx'

const underWay: readonly Analysis['state'][] = ['draft', 'submitted', 'returned']

const AnalysisComparison = lazy(async () => ({
  default: (await import('../components/analysis-comparison.tsx')).AnalysisComparison,
}))

type ToolbarProps = {
  program: Program
  versions: readonly Analysis[]
  shown: Analysis
  other: Analysis | undefined
  canStart: boolean
  onStart: () => void
}

const Toolbar = ({ program, versions, shown, other, canStart, onStart }: ToolbarProps) => {
  const { t } = useTranslation('analyses')
  const format = useFormat()
  const [, setSearch] = useSearchParams()
  const optionOf = (item: Analysis) => ({
    value: String(item.number),
    label: t('versionOption', {
      number: item.number,
      state: t(`state.${item.state}`),
      on: format.date(item.reviewedAt ?? item.submittedAt ?? item.createdAt),
    }),
  })
  return (
    <Group justify="space-between" align="flex-end" gap="xs">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('version')}
          value={String(shown.number)}
          data={versions.map(optionOf)}
          onChange={(event) => setSearch({ version: event.currentTarget.value })}
        />
        {versions.length > 1 && (
          <NativeSelect
            label={t('compare.with')}
            value={other === undefined ? '' : String(other.number)}
            data={[{ value: '', label: t('compare.none') }, ...versions.filter((item) => item !== shown).map(optionOf)]}
            onChange={(event) =>
              setSearch({
                version: String(shown.number),
                ...(event.currentTarget.value !== '' && { with: event.currentTarget.value }),
              })
            }
          />
        )}
        <AnalysisState state={shown.state} />
        <Text size="sm" c="dimmed">
          {t('by', { name: shown.author.name })}
        </Text>
      </Group>
      <Group gap="xs">
        <LinkButton
          to={`${paths.programMemo.href(shown.programId)}?version=${shown.number}`}
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
        >
          {t('memo.open')}
        </LinkButton>
        {canStart && (
          <ActionButton of={program} to="analyse" leftSection={<IconPlus size={16} aria-hidden />} onClick={onStart}>
            {t('startNext', { number: (versions[0]?.number ?? 0) + 1 })}
          </ActionButton>
        )}
      </Group>
    </Group>
  )
}

/** The analysis of a program: its versions, the one being written, and its review. */
export const ProgramAnalysisPage = () => {
  const { t } = useTranslation('analyses')
  const program = useProgram()
  const { data: versions } = useSuspenseQuery(programAnalysesQuery(program.id))
  const [search, setSearch] = useSearchParams()
  const start = useStartAnalysis()
  const begin = () =>
    start.mutate({ params: { id: program.id }, body: {} }, { onSuccess: () => setSearch({}, { replace: true }) })
  const canStart = !versions.some(({ state }) => underWay.includes(state))
  const shown = versions.find(({ number }) => String(number) === search.get('version')) ?? versions[0]
  const other = versions.find((item) => item !== shown && String(item.number) === search.get('with'))
  if (shown === undefined) {
    return (
      <Section id="analysis" title={t('title')}>
        <ProblemAlert error={start.error} />
        <EmptyState
          icon={IconFileSearch}
          title={t('empty')}
          action={
            canStart && (
              <ActionButton of={program} to="analyse" loading={start.isPending} onClick={begin}>
                {t('start')}
              </ActionButton>
            )
          }
        >
          {t('emptyHint')}
        </EmptyState>
      </Section>
    )
  }
  return (
    <Stack gap="md">
      <Toolbar program={program} versions={versions} shown={shown} other={other} canStart={canStart} onStart={begin} />
      <ProblemAlert error={start.error} />
      {other === undefined ? (
        <AnalysisWork key={shown.id} analysis={shown} />
      ) : (
        <Suspense fallback={<PanelSkeleton />}>
          <AnalysisComparison
            earlier={shown.number < other.number ? shown : other}
            later={shown.number < other.number ? other : shown}
          />
        </Suspense>
      )}
    </Stack>
  )
}
