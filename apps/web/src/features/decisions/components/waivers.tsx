import { decisions, type Waiver } from '@entente/shared/decisions/contract'
import { Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { useDecideWaiver } from '../api.ts'

const kinds = {
  proposed: 'waiting',
  granted: 'proven',
  refused: 'blocked',
  closed: 'neutral',
} as const satisfies Record<Waiver['state'], StatusKind>

/** Whom a waiver lets be away and when; and that it follows another, so that someone higher decides. */
const Concerned = ({ waiver: { absence, level, decidedByRoles } }: { waiver: Waiver }) => {
  const { t } = useTranslation(['decisions', 'users'])
  const format = useFormat()
  return (
    <>
      {absence !== null && (
        <Text size="sm" fw={600}>
          {t('decisions:waiver.absence', {
            name: absence.staff.name,
            from: format.day(absence.from),
            to: format.day(absence.to),
          })}
        </Text>
      )}
      {level > 0 && (
        <Text size="sm" c="dimmed">
          {t('decisions:waiver.follows', { roles: format.list(decidedByRoles.map((role) => t(`users:role.${role}`))) })}
        </Text>
      )}
    </>
  )
}

type DialogProps = { waiver: Waiver; onClose: () => void }

const DecideWaiverDialog = ({ waiver, onClose }: DialogProps) => {
  const { t } = useTranslation('decisions')
  const decide = useDecideWaiver()
  const form = useFormOf(decisions.decideWaiver)
  const field = useFields(form, 'decisions:waiver')
  return (
    <FormDialog
      form={form}
      command={decide}
      request={(body) => ({ params: { id: waiver.id }, body, ifMatch: waiver.version })}
      title={t('waiver.decideTitle', { gate: waiver.gateId })}
      action={t(`waiver.action.${form.values.outcome}`)}
      isDangerous={form.values.outcome === 'refused'}
      onClose={onClose}
    >
      <Concerned waiver={waiver} />
      <Text size="sm">{waiver.reason}</Text>
      <DocumentLink id={waiver.evidenceDocumentId} />
      <Radio.Group {...field('outcome')}>
        <Group gap="md" mt={4}>
          <Radio value="granted" label={t('waiver.action.granted')} />
          <Radio value="refused" label={t('waiver.action.refused')} />
        </Group>
      </Radio.Group>
      <Textarea {...field('reason', t('waiver.why'))} autosize minRows={3} />
    </FormDialog>
  )
}

const WaiverItem = ({ waiver, onDecide }: { waiver: Waiver; onDecide: () => void }) => {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  return (
    <li>
      <Group gap="xs">
        <Text size="sm" fw={650}>
          {waiver.gateId}
        </Text>
        <StatusBadge kind={kinds[waiver.state]}>{t(`waiver.state.${waiver.state}`)}</StatusBadge>
        <Text size="sm" c="dimmed">
          {t('waiver.expires', { on: format.day(waiver.expiresOn) })} ·{' '}
          {t('by', { name: waiver.proposedBy.name, at: format.dateTime(waiver.proposedAt) })}
        </Text>
        <ActionButton of={waiver} to="decide" size="xs" onClick={onDecide}>
          {t('waiver.decide')}
        </ActionButton>
      </Group>
      <Concerned waiver={waiver} />
      <Text size="sm">{waiver.reason}</Text>
      <DocumentLink id={waiver.evidenceDocumentId} />
      {waiver.decidedBy !== null && waiver.decidedAt !== null && (
        <Text size="sm" mt={4}>
          {t('waiver.said', {
            reason: waiver.decisionReason,
            by: t('by', { name: waiver.decidedBy.name, at: format.dateTime(waiver.decidedAt) }),
          })}
        </Text>
      )}
    </li>
  )
}

/** Gates someone asked to lift, with what was decided. */
export const Waivers = ({ waivers }: { waivers: readonly Waiver[] }) => {
  const { t } = useTranslation('decisions')
  const [open, setOpen] = useState<Waiver | null>(null)
  return (
    <Section id="waivers" title={t('waiver.heading')} description={t('waiver.description')}>
      {waivers.length === 0 && <EmptyState icon={IconHandStop} title={t('waiver.empty')} />}
      <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
        {waivers.map((waiver) => (
          <WaiverItem key={waiver.id} waiver={waiver} onDecide={() => setOpen(waiver)} />
        ))}
      </Stack>
      {open !== null && <DecideWaiverDialog waiver={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
