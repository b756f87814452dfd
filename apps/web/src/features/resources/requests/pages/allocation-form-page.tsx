import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { allocationQuery, useSubmitAllocation } from '../api.ts'
import { AllocationForm } from '../components/allocation-form.tsx'

type WritingProps = { allocation?: Allocation; amends?: Allocation }

const Writing = ({ allocation, amends }: WritingProps) => {
  const { t } = useTranslation('resources/requests')
  const navigate = useNavigate()
  const submit = useSubmitAllocation()
  const [kept, setKept] = useState(allocation)
  const show = (shown: string) => void navigate(`${paths.allocations.href()}?allocation=${shown}`)
  const settle = (saved: Allocation, then: 'keep' | 'submit') => {
    announce(t('form.kept'))
    if (then === 'keep') return show(saved.id)
    // Should the submission be refused, what was saved stays open.
    setKept(saved)
    submit.mutate({ params: { id: saved.id }, body: {}, ifMatch: saved.version }, { onSuccess: ({ id }) => show(id) })
  }
  return (
    <>
      <ProblemAlert error={submit.error} />
      <AllocationForm
        key={kept?.id ?? 'new'}
        programId={amends?.programId ?? null}
        {...(amends !== undefined && { amendsId: amends.id })}
        {...(kept !== undefined && { allocation: kept })}
        onSaved={settle}
        onCancel={() => (kept === undefined ? void navigate(paths.allocations.href()) : show(kept.id))}
      />
    </>
  )
}

/** A request for resources on a page of its own: for work that belongs to no program, or one taken up again. */
export const AllocationFormPage = () => {
  const { t } = useTranslation('resources/requests')
  const format = useFormat()
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const amended = search.get('amends') ?? ''
  const isNew = id === ''
  const source = isNew ? amended : id
  const { data, error, isLoading } = useQuery({ ...allocationQuery(source), enabled: source !== '' })
  const program = data?.program ?? null
  return (
    <Page
      title={program === null ? t('general') : `${program.reference} · ${format.text(program.title)}`}
      breadcrumbs={[{ label: t('title'), href: paths.allocations.href() }]}
    >
      <Stack gap="md">
        <ProblemAlert error={error} />
        {isLoading && <PanelSkeleton />}
        {source === '' && <Writing />}
        {data !== undefined && <Writing key={data.id} {...(isNew ? { amends: data } : { allocation: data })} />}
      </Stack>
    </Page>
  )
}
