import { daysBetween, today } from '../../../lib/format/days.ts'
import { useFormat } from '../../../lib/format/format.ts'

/** Polling day of the host, and how far it is. */
export const PollingDay = ({ on }: { on: string }) => {
  const format = useFormat()
  return (
    <time dateTime={on}>
      {format.day(on)} ({format.inDays(daysBetween(today(), on))})
    </time>
  )
}
