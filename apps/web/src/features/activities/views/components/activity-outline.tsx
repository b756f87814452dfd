import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { Anchor, List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'

type Props = { columns: ActivityBoard['columns']; onOpen: (id: string) => void }

/** The board as headings and lists: for those who listen to it, and for poor links. */
export const ActivityOutline = ({ columns, onOpen }: Props) => {
  const { t } = useTranslation(['activities/views', 'activities'])
  const format = useFormat()
  return columns.map(({ id, name, cards }) => (
    <section key={id} aria-labelledby={`outline-${id}`}>
      <Title order={3} size="h3" id={`outline-${id}`} mt="sm">
        {t('outline.column', { name, count: cards.length })}
      </Title>
      {cards.length === 0 && <Text c="dimmed">{t('outline.none')}</Text>}
      <List>
        {cards.map((card) => (
          <List.Item key={card.id}>
            <Anchor component="button" type="button" ta="left" onClick={() => onOpen(card.id)}>
              {card.title}
            </Anchor>
            {[
              t(`type.${card.type}`),
              card.dueOn === null ? '' : t('due', { on: format.day(card.dueOn) }),
              card.after.length === 0
                ? ''
                : t('card.after', { titles: format.list(card.after.map(({ label }) => label)) }),
              format.list(card.assignees.map((person) => person.name)),
              card.blocked === null ? '' : t('blockedBy', { reason: card.blocked.reason }),
            ]
              .filter((part) => part !== '')
              .map((part) => (
                <Text key={part} component="span" size="sm" c="dimmed">
                  {' · '}
                  {part}
                </Text>
              ))}
          </List.Item>
        ))}
      </List>
    </section>
  ))
}
