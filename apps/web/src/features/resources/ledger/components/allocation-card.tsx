import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { isApproved, isAwaited, isSigned } from '@entente/shared/resources/requests/workflow'
import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { useSubmitAllocation, useWithdrawAllocation } from '../../requests/api.ts'
import { DocumentLink } from '../../../documents/components/document-link.tsx'
import { AllocationLines } from './allocation-lines.tsx'
import { AllocationState } from '../../requests/components/allocation-state.tsx'
import { useTotals } from '../../requests/components/use-totals.ts'

type Props = { allocation: Allocation; onEdit?: (allocation: Allocation) => void; showsProgram?: boolean }

const Steps = ({ allocation }: { allocation: Allocation }) => {
  const { t } = useTranslation('resources/requests')
  const format = useFormat()
  const nameOf = ({ name }: Allocation['steps'][number]) => (name === null ? '' : `${format.text(name)} · `)
  return allocation.steps.map((step) => {
    const at = step.decidedAt === null ? '' : format.dateTime(step.decidedAt)
    const says =
      step.decidedBy === null
        ? t('step.pending', { role: t(`step.role.${step.role}`), name: nameOf(step) })
        : step.onBehalfOf === null
          ? t(`step.${step.state}`, { name: step.decidedBy.name, at })
          : t('step.approvedFor', { name: step.decidedBy.name, giver: step.onBehalfOf.name, at })
    return step.reason === null ? (
      <Text key={step.id} size="sm" c="dimmed">
        {isAwaited(step) ? says : `${nameOf(step)}${says}`}
      </Text>
    ) : (
      <Alert key={step.id} color={isSigned(step) ? 'proven' : 'waiting'} title={`${nameOf(step)}${says}`}>
        {step.reason}
      </Alert>
    )
  })
}

const Actions = ({ allocation, onEdit }: Props) => {
  const { t } = useTranslation('resources/requests')
  const totals = useTotals()
  const submit = useSubmitAllocation()
  const withdraw = useWithdrawAllocation()
  const act = { params: { id: allocation.id }, body: {}, ifMatch: allocation.version }
  const can = (action: Allocation['can'][number]) => allocation.can.includes(action)
  const total = totals(allocation.lines.map(({ unit, asked }) => ({ unit, amount: asked })))
  return (
    <>
      <Group gap="xs">
        {can('decide') && (
          <LinkButton to={`${paths.approvals.href()}#${allocation.id}`} variant="filled">
            {t('action.decide')}
          </LinkButton>
        )}
        <ActionButton of={allocation} to="submit" loading={submit.isPending} onClick={() => submit.mutate(act)}>
          {t('action.submit', { total })}
        </ActionButton>
        {onEdit !== undefined && (
          <ActionButton of={allocation} to="edit" variant="default" onClick={() => onEdit(allocation)}>
            {t('action.edit')}
          </ActionButton>
        )}
        {can('amend') && (
          <LinkButton to={`${paths.newAllocation.href()}?amends=${allocation.id}`}>{t('action.amend')}</LinkButton>
        )}
        {isApproved(allocation) && (
          <LinkButton to={`${paths.ledger.href()}?allocationId=${allocation.id}`}>{t('action.ledger')}</LinkButton>
        )}
        <ActionButton
          of={allocation}
          to="withdraw"
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(act)}
        >
          {t('action.withdraw')}
        </ActionButton>
      </Group>
      <ProblemAlert error={submit.error ?? withdraw.error} />
    </>
  )
}

/** What is attached, and which requests it completes or is completed by. */
const Annexes = ({ allocation: { documentIds, amendsId, amendmentIds } }: { allocation: Allocation }) => {
  const { t } = useTranslation('resources/requests')
  const toRequest = (id: string, label: string) => (
    <Link key={id} to={`${paths.allocations.href()}?allocation=${id}`}>
      {label}
    </Link>
  )
  if (documentIds.length + amendmentIds.length === 0 && amendsId === null) return null
  return (
    <Group gap="md">
      {documentIds.map((id) => (
        <DocumentLink key={id} id={id} />
      ))}
      {amendsId !== null && toRequest(amendsId, t('card.amends'))}
      {amendmentIds.map((id) => toRequest(id, t('card.amended')))}
    </Group>
  )
}

/** One request for resources: why, by whom, line by line, and what was decided. */
export const AllocationCard = ({ allocation, onEdit, showsProgram = false }: Props) => {
  const { t } = useTranslation('resources/requests')
  const format = useFormat()
  const { program } = allocation
  return (
    <Paper component="article" withBorder p="md" id={allocation.id} tabIndex={-1}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            {showsProgram && program !== null && (
              <Anchor component={Link} to={paths.programResources.href(program.id)} size="sm">
                {program.reference} · {format.text(program.title)}
              </Anchor>
            )}
            {showsProgram && program === null && <Text size="sm">{t('general')}</Text>}
            <Text fw={600}>{allocation.justification}</Text>
            <Text size="sm" c="dimmed">
              {t('card.asked', {
                name: allocation.requestedBy.name,
                at: format.date(allocation.submittedAt ?? allocation.createdAt),
              })}{' '}
              · {t('card.neededOn', { on: format.day(allocation.neededOn) })}
            </Text>
          </div>
          <AllocationState state={allocation.state} />
        </Group>
        <Steps allocation={allocation} />
        <AllocationLines allocation={allocation} />
        <Annexes allocation={allocation} />
        <Actions allocation={allocation} {...(onEdit !== undefined && { onEdit })} />
      </Stack>
    </Paper>
  )
}
