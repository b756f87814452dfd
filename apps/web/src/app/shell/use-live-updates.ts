import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keepFresh, startLive } from '../../lib/api/live.ts'

/** Slices whose answers are made from others': any change may touch them. */
const overviews = ['programs', 'lifecycle', 'resources', 'calendar', 'capacity', 'dashboards', 'shares']

/** Listens to what others change for as long as this person is signed in. */
export const useLiveUpdates = (userId: string | undefined) => {
  const client = useQueryClient()
  useEffect(() => {
    if (userId === undefined) return
    const stops = [keepFresh(client, overviews), startLive()]
    return () => stops.forEach((stop) => stop())
  }, [client, userId])
}
