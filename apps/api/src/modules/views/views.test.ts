import type { SavedView } from '@entente/shared/views/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { missingId } from '../../../test/support/specimens.ts'
import { type Person, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const save = (by: Person, name: string, fields: object = {}) =>
  by.post<SavedView>('/views', { name, query: 'country=MG&lanes=region', ...fields })
const listFor = async (by: Person, programId?: string) => {
  const { items } = await granted(
    by.get<{ items: SavedView[] }>(`/views${programId === undefined ? '' : `?programId=${programId}`}`),
  )
  return items.map(({ name }) => name)
}

describe('A saved view', () => {
  it('is listed for its owner alone, once shared for every colleague by its name', async () => {
    const [owner, colleague] = [await world.as('coordinator'), await world.as('executive')]
    const view = await granted(save(owner, 'Madagascar'))
    expect(view).toMatchObject({ isMine: true, shared: false, programId: null, can: ['edit', 'delete'] })
    expect(await listFor(colleague)).not.toContain('Madagascar')
    await granted(owner.patch(`/views/${view.id}`, { shared: true }, view.version))
    const { items } = await granted(colleague.get<{ items: SavedView[] }>('/views'))
    expect(items.find(({ id }) => id === view.id)).toMatchObject({
      owner: { id: owner.id, name: owner.name },
      isMine: false,
      query: 'country=MG&lanes=region',
      can: [],
    })
  })

  it('belongs to one board: the portfolio, or that of one program', async () => {
    const owner = await world.as('analyst')
    const { id: programId } = await world.aVerifiedProgram()
    await granted(save(owner, 'Du portefeuille'))
    await granted(save(owner, 'Du programme', { programId }))
    expect(await listFor(owner)).toContain('Du portefeuille')
    expect(await listFor(owner)).not.toContain('Du programme')
    expect(await listFor(owner, programId)).toEqual(['Du programme'])
    expect(await listFor(owner, missingId)).toEqual([])
  })

  it('is refused for a program that does not exist', async () => {
    const reply = await save(await world.as('coordinator'), 'Nulle part', { programId: missingId })
    expect(reply).toMatchObject({ status: 400, pointers: ['/programId'] })
  })

  it('may be renamed, pointed elsewhere and deleted by its owner', async () => {
    const owner = await world.as('manager')
    const { id } = await granted(save(owner, 'À moi'))
    const edited = await granted(owner.patch<SavedView>(`/views/${id}`, { name: 'Bloqués', query: 'blocked=true' }, 1))
    expect(edited).toMatchObject({ name: 'Bloqués', query: 'blocked=true', version: 2 })
    expect(await owner.patch(`/views/${id}`, { name: 'Trop tard' }, 1)).toMatchObject({ status: 412 })
    expect(await owner.delete(`/views/${id}`, 1)).toMatchObject({ status: 412 })
    expect(await owner.delete(`/views/${id}`, 2)).toMatchObject({ status: 204 })
    expect(await listFor(owner)).not.toContain('Bloqués')
  })

  it('is changed by its owner only, and is not there for others unless shared', async () => {
    const [owner, colleague] = [await world.as('coordinator'), await world.as('coordinator2')]
    const shared = await granted(save(owner, 'Partagée', { shared: true }))
    const own = await granted(save(owner, 'Privée'))
    const attempts = (id: string) => [
      colleague.patch(`/views/${id}`, { name: 'Prise' }, 1),
      colleague.delete(`/views/${id}`, 1),
    ]
    for (const attempt of attempts(shared.id))
      expect(await attempt).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    for (const attempt of attempts(own.id)) expect(await attempt).toMatchObject({ status: 404 })
  })
})

describe('The name of a view', () => {
  it('is taken once per person and board: the second is refused at its name', async () => {
    const owner = await world.as('executive')
    const { id: programId } = await world.aVerifiedProgram()
    const refused = { status: 409, problem: 'conflict', pointers: ['/name'] }
    await granted(save(owner, 'Région'))
    expect(await save(owner, ' Région ')).toMatchObject(refused)
    const other = await granted(save(owner, 'Pays'))
    expect(await owner.patch(`/views/${other.id}`, { name: 'Région' }, other.version)).toMatchObject(refused)
    await granted(save(owner, 'Région', { programId }))
    await granted(save(await world.as('manager'), 'Région'))
  })

  it('goes to one of several sendings at one moment', async () => {
    const owner = await world.as('coordinator3')
    const replies = await Promise.all(Array.from({ length: 5 }, () => save(owner, 'En même temps')))
    expect(statusesOf(replies)).toEqual([201, 409, 409, 409, 409])
  })

  it('is required and short, and so is the query', async () => {
    const owner = await world.as('coordinator')
    expect(await save(owner, '   ')).toMatchObject({ status: 400, pointers: ['/name'] })
    expect(await save(owner, 'x'.repeat(81))).toMatchObject({ status: 400, pointers: ['/name'] })
    expect(await save(owner, 'Longue', { query: 'q'.repeat(1001) })).toMatchObject({
      status: 400,
      pointers: ['/query'],
    })
    await granted(save(owner, 'Tout', { query: '' }))
  })
})

describe('A partner', () => {
  it('has no part in views', async () => {
    const { id } = await world.anOrganization('CENI')
    const partner = await world.aPartner(id)
    expect(await partner.get('/views')).toMatchObject({ status: 403, problem: 'closed-to-role' })
    expect(await save(partner, 'Vue')).toMatchObject({ status: 403, problem: 'closed-to-role' })
  })
})
