/**
 * A mark in every internal text of the demonstration, which nobody sees (combining grapheme joiners) and only the tests
 * know: wherever a partner is sent it, something has leaked.
 */
export const canary = '\u034f\u034f\u034f'
