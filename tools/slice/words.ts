/** A slice's name in every form its files need: `field-missions` is `FieldMission`, `fieldMissions`, `field_missions`. */
export const wordsOf = (slice: string) => {
  const one = slice.endsWith('ies') ? `${slice.slice(0, -3)}y` : slice.replace(/s$/, '')
  const camel = (name: string) => name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
  return {
    slice,
    table: slice.replaceAll('-', '_'),
    many: camel(slice),
    Many: capital(camel(slice)),
    one: camel(one),
    One: capital(camel(one)),
    title: capital(slice.replaceAll('-', ' ')),
  }
}
export type Words = ReturnType<typeof wordsOf>

export const isSliceName = (name: string) => /^[a-z]+(?:-[a-z]+)*s$/.test(name)
