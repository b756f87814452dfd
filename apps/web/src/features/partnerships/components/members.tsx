import { partnerRole } from '@entente/shared/partnerships/contract'
import type { Program } from '@entente/shared/programs/contract'
import { Badge, Group } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Facts } from '../../../ui/display/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { programPartnershipsQuery } from '../api.ts'
import { ActingAlone } from './acting-alone.tsx'
import { JoinDialog } from './join-dialog.tsx'

/** Who takes part, and in which role. */
export const Members = ({ program }: { program: Program }) => {
  const { t } = useTranslation('partnerships')
  const { data } = useSuspenseQuery(programPartnershipsQuery(program.id))
  const [isJoining, setIsJoining] = useState(false)
  const add = (
    <ActionButton
      of={data}
      to="edit"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsJoining(true)}
    >
      {t('join.title')}
    </ActionButton>
  )
  const roles = partnerRole.options.map((role) => ({
    label: t(`role.${role}`),
    value: data.organizations.filter((member) => member.role === role),
  }))
  return (
    <Section
      id="organizations"
      title={t('member.heading')}
      description={t('member.description')}
      actions={data.organizations.length > 0 && add}
    >
      {data.organizations.length === 0 && <EmptyState icon={IconUsersGroup} title={t('member.empty')} action={add} />}
      <Facts
        facts={roles
          .filter(({ value }) => value.length > 0)
          .map(({ label, value }) => ({
            label,
            value: (
              <Group gap={4}>
                {value.map(({ id, organization }) => (
                  <Badge key={id} size="lg">
                    {organization.name}
                  </Badge>
                ))}
              </Group>
            ),
          }))}
      />
      <ActingAlone program={program} />
      {isJoining && <JoinDialog programId={program.id} onClose={() => setIsJoining(false)} />}
    </Section>
  )
}
