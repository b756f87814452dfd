import { UnstyledButton } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { layoutMap } from './map-layout.ts'
import styles from './world-map.module.css'

export type MapPlace = { code: string; count: number; label: string }
type Props = {
  /** A sentence that says what is marked. */
  label: string
  places: readonly MapPlace[]
  /** The countries the map is drawn around, marked or not: choosing one does not move the map. */
  frame: readonly string[]
  chosen: string
  onChoose: (code: string) => void
}

const size = { width: 1200, height: 560 }

/** The part of the world these countries lie in, each with its figure; every mark is a button. */
export const WorldMap = ({ label, places, frame, chosen, onChoose }: Props) => {
  const codes = places.map(({ code }) => code).join(' ')
  const around = frame.join(' ')
  const { countries, marks } = useMemo(
    () => layoutMap(codes.split(' '), { ...size, frame: around.split(' ') }),
    [codes, around],
  )
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone, the middle first: both sides are a swipe away.
    if (shown.current !== null) shown.current.scrollLeft = (shown.current.scrollWidth - shown.current.clientWidth) / 2
  }, [])
  return (
    <section ref={shown} className={styles.frame} aria-label={label}>
      <div className={styles.map}>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden>
          {countries.map(({ id, path, isMarked }) => (
            <path key={id} d={path} data-marked={isMarked || undefined} />
          ))}
        </svg>
        {marks.map(({ code, x, y }) => {
          const place = places.find((one) => one.code === code)
          return (
            <UnstyledButton
              key={code}
              className={styles.mark}
              style={{ insetInlineStart: `${x * 100}%`, top: `${y * 100}%` }}
              aria-label={place?.label ?? code}
              title={place?.label ?? code}
              aria-pressed={chosen === code}
              onClick={() => onChoose(code)}
            >
              {place?.count}
            </UnstyledButton>
          )
        })}
      </div>
    </section>
  )
}
