import type { Matches } from '@entente/shared/capacity/load/contract'
import { Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { matchesQuery } from '../api.ts'
import { useDaysWords } from '../../staff/components/use-days-words.ts'

type Props = { profile: string; staffId?: string; from: string; to: string; days: string }

const isWhole = ({ from, to, days }: Props) =>
  /^\d{4}-\d{2}-\d{2}$/.test(from) &&
  /^\d{4}-\d{2}-\d{2}$/.test(to) &&
  from <= to &&
  /^(?!0+(\.0)?$)\d{1,5}(\.\d)?$/.test(days)

type Stand = { one: Matches['items'][number] | undefined; data: Matches }

/** Whether the days fit, in a word: for all of the profile, or for the person meant. */
const Verdict = ({ one, data }: Stand) => {
  const { t } = useTranslation('capacity/load')
  const format = useFormat()
  if (one === undefined ? data.short === null : one.isEnough)
    return <StatusBadge kind="proven">{t('note.fits')}</StatusBadge>
  const words = one === undefined ? t('note.short', { days: format.staffDays(data.short ?? '0') }) : t('over')
  return <StatusBadge kind="over">{words}</StatusBadge>
}

/** What a profile, or one person of it, has left in a period, against the days asked: before anyone approves. */
export const CapacityNote = (props: Props) => {
  const { t } = useTranslation('capacity/load')
  const format = useFormat()
  const daysWords = useDaysWords()
  const [{ profile, staffId, from, to, days }] = useDebouncedValue(props, 200)
  const enabled = isWhole({ profile, from, to, days })
  const need = { from, to, days, ...(profile !== '' && { profile }) }
  const { data } = useQuery({ ...matchesQuery(need), enabled })
  if (!enabled || data === undefined) return null
  const one = data.items.find(({ staff }) => staff.id === staffId)
  const ofProfile = profile === '' ? t('note.everyone') : t('note.profile', { profile })
  const figures = one ?? data.total
  return (
    <Group gap="xs">
      <Verdict one={one} data={data} />
      <Text size="sm">
        <Link to={`${paths.capacity.href()}?${new URLSearchParams({ tab: 'find', ...need })}`}>
          {one?.staff.name ?? ofProfile}
        </Link>{' '}
        {t('note.says', {
          period: daysWords({ from, to }),
          capacity: format.staffDays(figures.capacity),
          firm: format.staffDays(figures.firm),
          asked: format.staffDays(figures.asked),
          remaining: format.staffDays(figures.remaining),
        })}
      </Text>
    </Group>
  )
}
