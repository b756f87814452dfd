import { config } from 'zod'

// Our policy lets no page make code from text. Without this the contracts would try all the same, once: the browser
// reports the breach, for which it reads all our scripts anew.
config({ jitless: true })
