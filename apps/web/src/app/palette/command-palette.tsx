import type { Door } from '@entente/shared/users/options'
import { Combobox, Text, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/layer/dialog.tsx'
import styles from './command-palette.module.css'
import { type PaletteGroup, usePaletteEntries } from './use-palette-entries.ts'

type Props = { can: readonly Door[]; onShowKeys: () => void; onClose: () => void }

const Found = ({ groups }: { groups: PaletteGroup[] }) => {
  const { t } = useTranslation('app')
  return (
    <Combobox.Options aria-label={t('palette.title')}>
      {groups.length === 0 && <Combobox.Empty>{t('palette.nothing')}</Combobox.Empty>}
      {groups.map((group) => (
        <Combobox.Group key={group.id} label={t(`palette.group.${group.id}`)}>
          {group.entries.map(({ id: entryId, label, detail }) => (
            <Combobox.Option key={entryId} value={`${group.id}:${entryId}`}>
              {label}
              {detail && (
                <Text component="span" size="sm" opacity={0.85} ml="xs">
                  {detail}
                </Text>
              )}
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
    </Combobox.Options>
  )
}

/** Finds any program, goes to any page, does what may be done from anywhere: one field, a list, Enter. */
export const CommandPalette = ({ can, onShowKeys, onClose }: Props) => {
  const { t } = useTranslation('app')
  const [query, setQuery] = useState('')
  const groups = usePaletteEntries(query, can, onShowKeys)
  const combobox = useCombobox({ opened: true })
  const entries = groups.flatMap((group) =>
    group.entries.map((entry) => ({ key: `${group.id}:${entry.id}`, ...entry })),
  )
  const first = entries[0]?.key
  const { selectFirstOption } = combobox
  useEffect(() => void selectFirstOption(), [first, query, selectFirstOption])
  return (
    <Dialog opened onClose={onClose} title={t('palette.title')} size="lg" yOffset="10dvh">
      <Combobox
        store={combobox}
        withinPortal={false}
        onOptionSubmit={(chosen) => {
          onClose()
          entries.find(({ key }) => key === chosen)?.run()
        }}
      >
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            className={styles.field ?? ''}
            aria-label={t('palette.label')}
            placeholder={t('palette.label')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Found groups={groups} />
      </Combobox>
    </Dialog>
  )
}
