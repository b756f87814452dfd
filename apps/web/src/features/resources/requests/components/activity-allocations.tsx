import { Anchor, Group, List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../../paths.ts'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { activityAllocationsQuery } from '../api.ts'
import { AllocationState } from './allocation-state.tsx'
import { useTotals } from './use-totals.ts'

/** The resources asked for an activity, on its card: how much, where each request stands, and the way to it. */
export const ActivityAllocations = ({ activityId }: { activityId: string }) => {
  const { t } = useTranslation('resources/requests')
  const totals = useTotals()
  const { data = [], error } = useQuery(activityAllocationsQuery(activityId))
  if (error !== null) return <ProblemAlert error={error} />
  return (
    <section>
      <Title order={3} size="sm" mt="md" mb={4}>
        {t('activity.title')}
      </Title>
      {data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('activity.none')}
        </Text>
      )}
      <List listStyleType="none" spacing={4}>
        {data.map(({ id, lines, state }) => (
          <List.Item key={id}>
            <Group gap="xs">
              <Anchor component={Link} size="sm" to={`${paths.allocations.href()}?allocation=${id}`}>
                {totals(lines.map(({ unit, asked }) => ({ unit, amount: asked })))}
              </Anchor>
              <AllocationState state={state} />
            </Group>
          </List.Item>
        ))}
      </List>
    </section>
  )
}
