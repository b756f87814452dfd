import { numericCodes } from '@entente/shared/kernel/countries'
import { geoArea, geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json'

type Shape = Feature<Polygon | MultiPolygon>

const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>
const shapes = feature(topology, topology.objects.countries).features as Shape[]
const byNumber = new Map(shapes.map((shape) => [String(shape.id), shape]))

/** The largest part of a country: overseas parts do not pull its middle out to sea. */
const mainland = ({ geometry }: Shape): Polygon => {
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest))
}

const shapeOf = (code: string) => byNumber.get(numericCodes.get(code) ?? '')

/** The middle of a country on the globe; null where the atlas has none. */
const middleOf = (code: string) => {
  const shape = shapeOf(code)
  return shape === undefined ? null : geoCentroid(mainland(shape))
}

export type WorldMap = {
  countries: { id: string; path: string; isMarked: boolean }[]
  /** Where each country's mark stands, in shares of the width and the height. */
  marks: { code: string; x: number; y: number }[]
}

// The institution is always on its own map; with it, the map is never a single point.
const home: [number, number] = [-71.2, 46.8]

type Frame = { frame: readonly string[]; width: number; height: number }

const margin = 60

const projectionFor = ({ frame, width, height }: Frame) => {
  const coordinates = [home, ...frame.map(middleOf).filter((middle) => middle !== null)]
  const projection = geoNaturalEarth1().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    { type: 'MultiPoint', coordinates },
  )
  return projection.clipExtent([
    [0, 0],
    [width, height],
  ])
}

type Mark = { code: string; x: number; y: number }

/** How far apart marks stand at least, across or down, so that a finger finds one (WCAG 2.5.8), and how often they give way. */
const apart = 34
const rounds = 200

/** Parts two marks that lie on each other, each by half, along the side on which they are nearly apart already. */
const part = (one: Mark, other: Mark) => {
  const [x, y] = [other.x - one.x, other.y - one.y]
  const axis = Math.abs(x) < Math.abs(y) ? 'y' : 'x'
  const missing = apart - Math.max(Math.abs(x), Math.abs(y))
  if (missing <= 0) return
  const push = (other[axis] < one[axis] ? -missing : missing) / 2
  one[axis] -= push
  other[axis] += push
}

/** Moves marks that lie on each other apart, each as little as it can. */
const spread = (marks: readonly Mark[]): Mark[] => {
  const moved = marks.map((mark) => ({ ...mark }))
  for (let round = 0; round < rounds; round += 1)
    for (const [index, one] of moved.entries()) for (const other of moved.slice(index + 1)) part(one, other)
  return moved
}

/** The part of the world around these countries, drawn, and where to mark each of them. */
export const layoutMap = (codes: readonly string[], view: Frame): WorldMap => {
  const { width, height } = view
  const projection = projectionFor(view)
  const draw = geoPath(projection).digits(1)
  const points = codes.flatMap((code) => {
    const middle = middleOf(code)
    const point = middle && projection(middle)
    return point ? [{ code, x: point[0], y: point[1] }] : []
  })
  const marked = new Set(codes.map((code) => numericCodes.get(code)))
  return {
    countries: shapes.flatMap((shape, place) => {
      const path = draw(shape)
      return path === null ? [] : [{ id: `${String(shape.id)}-${place}`, path, isMarked: marked.has(String(shape.id)) }]
    }),
    marks: spread(points).map(({ code, x, y }) => ({ code, x: x / width, y: y / height })),
  }
}
