import { Kbd, Switch, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/layer/dialog.tsx'
import { useSingleKeys } from './use-single-keys.ts'

// What the board, the palette and the forms answer to; each line's words are in the texts of both languages.
const keys = [
  { id: 'palette', press: ['Ctrl', 'K'] },
  { id: 'keys', press: ['?'] },
  { id: 'lift', press: ['keys.space'] },
  { id: 'carry', press: ['←', '↑', '↓', '→'] },
  { id: 'drop', press: ['keys.space'] },
  { id: 'cancel', press: ['keys.escape'] },
  { id: 'undo', press: ['Ctrl', 'Z'] },
  { id: 'redo', press: ['Ctrl', 'keys.shift', 'Z'] },
] as const

/** Every key that does something, and the switch for those that are pressed alone (WCAG 2.1.4). */
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('app')
  const single = useSingleKeys()
  return (
    <Dialog opened onClose={onClose} title={t('keys.title')}>
      <Table withRowBorders={false} aria-label={t('keys.title')}>
        <Table.Tbody>
          {keys.map(({ id, press }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400}>
                {t(`keys.${id}`)}
              </Table.Th>
              <Table.Td ta="end">
                {press.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key.startsWith('keys.') ? t(key) : key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('keys.single')}
        description={t('keys.singleHint')}
        checked={single.isOn}
        onChange={(event) => single.set(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
