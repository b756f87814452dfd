import { useFormat } from '../../../lib/format/format.ts'

const dayMs = 86_400_000
/** Today where the institution is, as a calendar day. */
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())

/** Polling day of the host, and how far it is. */
export const PollingDay = ({ on }: { on: string }) => {
  const format = useFormat()
  const days = Math.round((Date.parse(on) - Date.parse(today())) / dayMs)
  return (
    <time dateTime={on}>
      {format.day(on)} ({format.inDays(days)})
    </time>
  )
}
