/** A word in every internal text of the demonstration: wherever a partner meets it, something has leaked. */
export const canary = '(réservé-interne)'
