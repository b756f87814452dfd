import type { Role } from '@entente/shared/users/contract'
import type { TestClient } from './client.ts'

/** People by the part they play; a second of a kind is `analyst2`. Partners are made by `aPartner`. */
export type Persona = Exclude<Role, 'partner'> | `${Exclude<Role, 'partner'>}${2 | 3}`
export type Person = TestClient & { id: string; name: string; organizationId: string | null }
