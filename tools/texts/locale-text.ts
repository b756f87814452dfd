/** Nested messages as one list: `{ a: { b: 'x' } }` becomes `a.b → x`. */
export const flatten = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => flatten(child, path === '' ? key : `${path}.${key}`))
    : [[path, typeof value === 'string' ? value : '']]

/** A counted message is one message: `items_one`, `items_many` and `items_other` are `items`. */
export const withoutPlural = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')

export const placeholdersOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].sort().join(', ')

/** What French typography refuses in a message; empty when it is well set. */
export const frenchFaults = (message: string): string[] => {
  const text = message.replace(/\{\{.*?\}\}|\$\{.*?\}/g, 'x').replace(/https?:\/\/\S*/g, 'x')
  return [
    ...(/(?:^|[^\u00a0\u202f?!])[?!;:»]/.test(text) ? ['a no-break space is missing before ? ! ; : or »'] : []),
    ...(/«(?![\u00a0\u202f])/.test(text) ? ['a no-break space is missing after «'] : []),
    ...(text.includes("'") ? ['a straight apostrophe instead of ’'] : []),
  ]
}

/** French the code itself carries: `fr: '…'` in the shared slices. */
export const frenchLabels = (code: string) =>
  [...code.matchAll(/\bfr:\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? '')
      .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll('\\', ''),
  )
