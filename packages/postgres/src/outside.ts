/** The role that may read the views of the schema `outside` and nothing else: it owns nothing and signs in nowhere. */
export const outsideRole = 'entente_outside'
