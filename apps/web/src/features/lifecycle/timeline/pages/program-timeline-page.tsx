import { Text, Timeline } from '@mantine/core'
import {
  type Icon,
  IconArrowRight,
  IconCoins,
  IconGavel,
  IconInbox,
  IconMessage,
  IconPaperclip,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { useProgram } from '../../../programs/components/use-program.ts'
import { type Moment, useTimeline } from '../components/use-timeline.ts'
import { Why } from '../../components/why.tsx'

const icons: Record<Moment['kind'], Icon> = {
  move: IconArrowRight,
  approval: IconCoins,
  request: IconInbox,
  decision: IconGavel,
  voice: IconMessage,
  file: IconPaperclip,
}

/** Everything that counted, latest first: stages, decisions, opinions, files, and each gate as it was read. */
export const ProgramTimelinePage = () => {
  const { t } = useTranslation('lifecycle/timeline')
  const format = useFormat()
  const moments = useTimeline(useProgram())
  return (
    <Section id="timeline" title={t('timeline.title')} description={t('timeline.description')}>
      <Timeline bulletSize={22} lineWidth={2} mt="sm">
        {moments.map(({ kind, at, title, by, detail, gates }) => {
          const Bullet = icons[kind]
          return (
            <Timeline.Item key={`${at} ${title}`} bullet={<Bullet size={12} aria-hidden />} title={title}>
              <Text size="sm" c="dimmed">
                <time dateTime={at}>{format.dateTime(at)}</time>
                {by !== null && ` · ${by}`}
              </Text>
              {detail !== null && (
                <Text size="sm" lineClamp={3}>
                  {detail}
                </Text>
              )}
              {[...new Set(gates.map(({ gateId }) => gateId))].map((gateId) => (
                <Why key={gateId} label={gateId} gateId={gateId} evaluations={gates} />
              ))}
            </Timeline.Item>
          )
        })}
      </Timeline>
    </Section>
  )
}
