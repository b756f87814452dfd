import { rehearsals, type Scenario } from '@entente/shared/dashboards/rehearsals/contract'
import { Button, Group, Menu, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { scenariosQuery, useForgetScenario, useKeepScenario } from '../api.ts'

const KeepDialog = ({ pollingOn, onClose }: { pollingOn: string; onClose: () => void }) => {
  const { t } = useTranslation('dashboards/rehearsals')
  const format = useFormat()
  const keep = useKeepScenario()
  const form = useFormOf(rehearsals.keep, { start: { pollingOn } })
  const field = useFields(form, 'dashboards/rehearsals:scenario')
  return (
    <FormDialog
      form={form}
      command={keep}
      request={(body) => ({ body })}
      title={t('scenario.keep')}
      action={t('scenario.keep')}
      onDone={() => {
        announce(t('scenario.kept'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('scenario.says', { day: format.longDay(pollingOn) })}</Text>
      <TextInput {...field('name')} data-autofocus />
      <Textarea {...field('note')} autosize minRows={2} />
    </FormDialog>
  )
}

const Choice = ({ scenario, onOpen }: { scenario: Scenario; onOpen: () => void }) => {
  const { t } = useTranslation('dashboards/rehearsals')
  const format = useFormat()
  return (
    <Menu.Item onClick={onOpen}>
      {scenario.name}
      <Text component="span" display="block" size="xs">
        {t('scenario.of', { day: format.day(scenario.pollingOn), owner: scenario.owner.name })}
      </Text>
    </Menu.Item>
  )
}

/** Rehearsals that were kept: open one, keep this one, delete the one that is open. */
export const ScenarioBar = ({ day, onOpen }: { day: string; onOpen: (day: string) => void }) => {
  const { t } = useTranslation('dashboards/rehearsals')
  const { data } = useQuery(scenariosQuery())
  const forget = useForgetScenario()
  const [isKeeping, setKeeping] = useState(false)
  const items = data?.items ?? []
  const mine = items.find(({ pollingOn, can }) => pollingOn === day && can.includes('delete'))
  const drop = ({ id, version }: Scenario) =>
    forget.mutate({ params: { id }, ifMatch: version }, { onSuccess: () => announce(t('scenario.forgotten')) })
  return (
    <Group gap="xs">
      {items.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('scenario.open')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {items.map((scenario) => (
              <Choice key={scenario.id} scenario={scenario} onOpen={() => onOpen(scenario.pollingOn)} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionButton
        of={data}
        to="create"
        variant="default"
        leftSection={<IconBookmark size={16} aria-hidden />}
        onClick={() => setKeeping(true)}
      >
        {t('scenario.keep')}
      </ActionButton>
      {mine !== undefined && (
        <Button
          variant="subtle"
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={forget.isPending}
          onClick={() => drop(mine)}
        >
          {t('scenario.forget', { name: mine.name })}
        </Button>
      )}
      {isKeeping && <KeepDialog pollingOn={day} onClose={() => setKeeping(false)} />}
    </Group>
  )
}
