import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { Flag } from '../../../../ui/display/flag.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import { partnerDashboardQuery } from '../api.ts'

/** The home of a partner: what is asked of its organization, then the programs it takes part in. */
export const PartnerPanel = () => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const stageName = useStageName()
  const { data, error, isPending, refetch } = useQuery(partnerDashboardQuery())
  if (isPending) return <PanelSkeleton />
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />
  const asked = data.programs.flatMap(({ reference, asked: items }) => items.map((item) => ({ ...item, reference })))
  return (
    <Stack gap="md">
      <Section id="asked" title={t('panel.asked', { count: asked.length })}>
        {asked.length === 0 && <Text c="dimmed">{t('panel.nothingAsked')}</Text>}
        <Stack gap="xs">
          {asked.map(({ kind, label, href, reference }) => (
            <div key={href + label}>
              <StatusBadge kind="waiting">{t(`panel.${kind}`)}</StatusBadge>{' '}
              <Link to={href}>{t('panel.item', { reference, label })}</Link>
            </div>
          ))}
        </Stack>
      </Section>
      <Section
        id="programs"
        title={t('panel.programs', { count: data.count.value })}
        description={t('asOf', { at: format.dateTime(data.asOf) })}
      >
        {data.programs.length === 0 && (
          <EmptyState icon={IconHeartHandshake} title={t('panel.none')}>
            {t('panel.noneDetail')}
          </EmptyState>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {data.programs.map(({ id, href, reference, title, countryCode, stage }) => (
            <Paper key={id} component="article" withBorder p="md">
              <Text size="sm" c="dimmed">
                {countryCode !== null && (
                  <>
                    <Flag code={countryCode} /> {format.country(countryCode)} ·{' '}
                  </>
                )}
                {reference}
              </Text>
              <Title order={3} size="h3">
                <Link to={href}>{format.text(title)}</Link>
              </Title>
              <Text size="sm">{t('panel.stage', { stage: stageName(stage) })}</Text>
            </Paper>
          ))}
        </SimpleGrid>
      </Section>
    </Stack>
  )
}
