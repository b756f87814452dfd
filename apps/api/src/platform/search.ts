/** Holds this text somewhere, whatever the capitals. What LIKE reads as a wildcard is only a character here. */
export const containing = (text: string) => ({
  contains: text.replaceAll(/[\\%_]/g, String.raw`\$&`),
  mode: 'insensitive' as const,
})
