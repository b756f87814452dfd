import { nextStage } from '@entente/shared/programs/workflow'
import { SimpleGrid, Stack } from '@mantine/core'
import { IconEdit } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { Facts } from '../../../ui/display/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { EditProgramDialog } from '../../programs/components/edit-program-dialog.tsx'
import { PollingDay } from '../../programs/components/polling-day.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { NextGates } from '../components/next-gates.tsx'

const KeyFacts = () => {
  const { t } = useTranslation(['programs', 'lifecycle'])
  const format = useFormat()
  const stageName = useStageName()
  const program = useProgram()
  const [isEditing, setIsEditing] = useState(false)
  const { title, pollingOn } = program
  const facts = [
    { label: t('programs:fact.reference'), value: program.reference },
    { label: t('programs:fact.titleFr'), value: title.fr },
    { label: t('programs:fact.titleEn'), value: title.en ?? t('programs:fact.noTranslation') },
    { label: t('programs:fact.stage'), value: `${stageName(program.stage)} · ${format.date(program.stageSince)}` },
    { label: t('programs:fact.path'), value: t(`lifecycle:pathName.${program.path}`) },
    { label: t('programs:fact.coordinator'), value: program.coordinator.name },
    {
      label: t('programs:fact.polling'),
      value: pollingOn === null ? t('programs:fact.noPolling') : <PollingDay on={pollingOn} />,
    },
    { label: t('programs:fact.plannedMoney'), value: format.money(program.plannedMoney) },
    { label: t('programs:fact.plannedDays'), value: format.staffDays(program.plannedDays) },
    { label: t('programs:fact.openedOn'), value: format.date(program.createdAt) },
  ]
  return (
    <Section
      id="facts"
      title={t('programs:facts')}
      actions={
        <ActionButton
          of={program}
          to="edit"
          size="xs"
          variant="default"
          leftSection={<IconEdit size={14} aria-hidden />}
          onClick={() => setIsEditing(true)}
        >
          {t('programs:edit.open')}
        </ActionButton>
      }
    >
      <Facts facts={facts} />
      {isEditing && <EditProgramDialog program={program} onClose={() => setIsEditing(false)} />}
    </Section>
  )
}

/** The dossier at a glance: what the next stage asks, and the key facts. */
export const ProgramOverviewPage = () => {
  const program = useProgram()
  const next = nextStage(program.path, program.stage)
  return (
    <SimpleGrid cols={{ base: 1, md: next === null ? 1 : 2 }} spacing="md">
      {next !== null && program.outcome === null && <NextGates key={next} program={program} next={next} />}
      <Stack>
        <KeyFacts />
      </Stack>
    </SimpleGrid>
  )
}
