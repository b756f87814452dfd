import type { CDPSession } from '@playwright/test'

/** One finger on the screen, as the browser's own tools send it. */
export const touch = (
  finger: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  point?: { x: number; y: number },
) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: point === undefined ? [] : [point] })

/** Draws a finger from one place to another in small steps, as a hand does. */
export const draw = async (finger: CDPSession, from: { x: number; y: number }, by: { x: number; y: number }) => {
  for (let step = 1; step <= 12; step += 1)
    await touch(finger, 'touchMove', { x: from.x + (by.x * step) / 12, y: from.y + (by.y * step) / 12 })
}
