import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCoins, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { ProgramBookings } from '../../../capacity/bookings/components/program-bookings.tsx'
import { useProgram } from '../../../programs/components/use-program.ts'
import { useHasDraft } from '../../../users/components/use-form-draft.ts'
import { allocationsQuery, useSubmitAllocation } from '../../requests/api.ts'
import { AllocationCard } from '../components/allocation-card.tsx'
import { AllocationForm } from '../../requests/components/allocation-form.tsx'
import { LedgerTable } from '../components/ledger-table.tsx'
import { WorkByPerson } from '../components/work-by-person.tsx'
import { draftName } from '../../requests/components/use-allocation-form.ts'

/** What is being written: a new request, one that exists, or none. */
type Writing = { allocation?: Allocation } | null

/** What this person began here and has not sent is open again. */
const useUnsent = (programId: string): Writing => (useHasDraft(draftName(programId)) ? {} : null)

/** The money and days of a program: what was asked, approved, committed and spent. */
export const ProgramResourcesPage = () => {
  const { t } = useTranslation('resources/requests')
  const program = useProgram()
  const list = useInfiniteQuery(allocationsQuery({ programId: program.id }))
  const submit = useSubmitAllocation()
  const [writing, setWriting] = useState(useUnsent(program.id))
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const canAsk = program.can.includes('allocate')
  const settle = (allocation: Allocation, then: 'keep' | 'submit') => {
    setWriting(null)
    announce(t('form.kept'))
    if (then === 'keep') return
    submit.mutate({ params: { id: allocation.id }, body: {}, ifMatch: allocation.version })
  }
  const ask = writing === null && (
    <ActionButton
      of={program}
      to="allocate"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setWriting({})}
    >
      {t('ask')}
    </ActionButton>
  )
  return (
    <Stack gap="md">
      <ProblemAlert error={submit.error} onClose={submit.reset} />
      {writing !== null && (
        <AllocationForm
          key={writing.allocation?.id ?? 'new'}
          programId={program.id}
          {...writing}
          onSaved={settle}
          onCancel={() => setWriting(null)}
        />
      )}
      <Section id="allocations" title={t('program.title')} description={t('program.description')} actions={ask}>
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <PanelSkeleton />}
        {list.data !== undefined && rows.length === 0 && (
          <EmptyState icon={IconCoins} title={t('program.empty')}>
            {!canAsk && t('program.notYet')}
          </EmptyState>
        )}
        <Stack gap="sm">
          {rows
            .filter(({ id }) => id !== writing?.allocation?.id)
            .map((allocation) => (
              <AllocationCard
                key={allocation.id}
                allocation={allocation}
                onEdit={(chosen) => setWriting({ allocation: chosen })}
              />
            ))}
        </Stack>
      </Section>
      <ProgramBookings programId={program.id} />
      <Section id="ledger" title={t('program.ledger')}>
        <LedgerTable filter={{ programId: program.id }} caption={t('program.ledger')} isCaptionHidden />
      </Section>
      <WorkByPerson filter={{ programId: program.id }} />
    </Stack>
  )
}
