import type { PartnerView as View, Progress } from '@entente/shared/shares/partner/contract'
import { section } from '@entente/shared/shares/contract'
import { Stack, Text } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge, type StatusKind } from '../../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { PartnerDocuments } from './partner-documents.tsx'
import { PartnerOverview } from './partner-overview.tsx'
import styles from './partner-view.module.css'

type Props = { view: View; password?: string }

const kinds = { toCome: 'neutral', underWay: 'waiting', done: 'proven', late: 'over' } as const satisfies Record<
  Progress,
  StatusKind
>

const Milestones = ({ milestones }: { milestones: NonNullable<View['milestones']> }) => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const shown = milestones.map((item, place) => ({ ...item, place }))
  return (
    <ol className={styles.steps}>
      {shown.map(({ label, on, progress, place }) => (
        <li key={place}>
          <StatusBadge kind={kinds[progress]} plain>
            {label}
          </StatusBadge>
          <Text component="span" size="sm" c="dimmed">
            {t(`progress.${progress}`)}
            {on !== null && ` · ${format.day(on)}`}
          </Text>
        </li>
      ))}
    </ol>
  )
}

const Activities = ({ activities }: { activities: NonNullable<View['activities']> }) => {
  const { t } = useTranslation(['shares/partner', 'activities'])
  const format = useFormat()
  return (
    <DataTable
      caption={t('shares/partner:part.activities')}
      isCaptionHidden
      rows={activities.map((item, place) => ({ ...item, place }))}
      rowKey={({ place }) => String(place)}
      empty={<EmptyState title={t('shares/partner:none.activities')} />}
      columns={[
        { id: 'title', header: t('shares/partner:activity.title'), isName: true, cell: ({ title }) => title },
        { id: 'type', header: t('shares/partner:activity.type'), cell: ({ type }) => t(`activities:type.${type}`) },
        {
          id: 'progress',
          header: t('shares/partner:activity.progress'),
          cell: ({ progress }) => (
            <StatusBadge kind={kinds[progress]}>{t(`shares/partner:progress.${progress}`)}</StatusBadge>
          ),
        },
        {
          id: 'when',
          header: t('shares/partner:activity.due'),
          numeric: true,
          cell: ({ dueOn }) => (dueOn === null ? '–' : format.day(dueOn)),
        },
      ]}
    />
  )
}

const Results = ({ results }: { results: NonNullable<View['results']> }) => {
  const { t } = useTranslation('shares/partner')
  if (results.length === 0) return <EmptyState title={t('none.results')} />
  return (
    <Stack gap="sm">
      {results.map(({ competence, unit, baseline, target, verifiedLevel }) => (
        <div key={`${competence} ${unit}`}>
          <Text fw={600}>{competence}</Text>
          <span className={styles.level} data-verified={verifiedLevel !== null || undefined} aria-hidden>
            <span style={{ width: `${Math.min(1, (verifiedLevel ?? 0) / Math.max(1, target)) * 100}%` }} />
          </span>
          <Text size="sm" c="dimmed">
            {unit} · {t('result.levels', { baseline, target })}{' '}
            {verifiedLevel === null ? t('result.notYet') : t('result.verified', { level: verifiedLevel })}
          </Text>
        </div>
      ))}
    </Stack>
  )
}

const Contributions = ({ contributions }: { contributions: NonNullable<View['contributions']> }) => {
  const { t } = useTranslation(['shares/partner', 'partnerships'])
  const format = useFormat()
  return (
    <DataTable
      caption={t('shares/partner:part.contributions')}
      isCaptionHidden
      rows={contributions.map((item, place) => ({ ...item, place }))}
      rowKey={({ place }) => String(place)}
      empty={<EmptyState title={t('shares/partner:none.contributions')} />}
      columns={[
        {
          id: 'what',
          header: t('shares/partner:contribution.what'),
          isName: true,
          cell: ({ description }) => description,
        },
        {
          id: 'amount',
          header: t('shares/partner:contribution.amount'),
          numeric: true,
          cell: ({ amount }) => format.money(amount),
        },
        {
          id: 'state',
          header: t('shares/partner:contribution.state'),
          cell: ({ state }) => t(`partnerships:contribution.is.${state}`),
        },
      ]}
    />
  )
}

const Masked = ({ view }: { view: View }) => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const hidden = section.options.filter((name) => !view.sections.includes(name))
  return (
    <Text size="sm" c="dimmed">
      <IconEyeOff size={14} aria-hidden />{' '}
      {hidden.length > 0 && `${t('masked.parts', { parts: format.list(hidden.map((name) => t(`part.${name}`))) })} `}
      {t('masked.why')}
    </Text>
  )
}

/** A program as it is shared: each part that is, then what is not and why. */
export const PartnerView = ({ view, password = '' }: Props) => {
  const { t } = useTranslation('shares/partner')
  const { overview, milestones, activities, documents, results, contributions } = view
  const part = (id: keyof View, content: ReactNode) => (
    <Section id={id} title={t(`part.${id}`)}>
      {content}
    </Section>
  )
  return (
    <Stack gap="md">
      {overview && part('overview', <PartnerOverview overview={overview} />)}
      {milestones && part('milestones', <Milestones milestones={milestones} />)}
      {activities && part('activities', <Activities activities={activities} />)}
      {documents && part('documents', <PartnerDocuments documents={documents} password={password} />)}
      {results && part('results', <Results results={results} />)}
      {contributions && part('contributions', <Contributions contributions={contributions} />)}
      <Masked view={view} />
    </Stack>
  )
}
