import { users } from '@entente/shared/users/contract'
import { type Door, door } from '@entente/shared/users/options'
import { answer, refuse } from './network.ts'

/** Someone of the institution, to whom every door is open but those a test shuts. */
export const signInWithout = (...shut: readonly Door[]) =>
  answer(users.session, {
    user: { name: 'Awa Diop', locale: 'fr' },
    can: door.options.filter((one) => one !== 'sharedPrograms' && !shut.includes(one)),
  })

export const signOut = () => refuse(users.session, 'not-signed-in', 'Connectez-vous.')
