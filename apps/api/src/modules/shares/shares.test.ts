import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { start, useWorld } from '../../../test/support/world.ts'

const world = useWorld()

describe('A share with an organization', () => {
  it('ends with its last day, in Québec', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const partner = await world.aPartnerOf(program.id, 'host', 'CENI-F')
    const see = async () => (await partner.get(`/programs/${program.id}`)).status
    world.setTime('2027-07-01T03:59:00Z')
    expect(await see()).toBe(200)
    world.setTime('2027-07-01T04:00:00Z')
    expect(await see()).toBe(404)
    world.setTime(start.toISOString())
  })

  it('ends at once when it is revoked', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const host = await world.aMember(program.id, 'host', 'CENI-R')
    const share = await world.aShare(program.id, host.id)
    const partner = await world.aPartner(host.id)
    expect((await partner.get(`/programs/${program.id}`)).status).toBe(200)
    const coordinator = await world.as('coordinator')
    const revoke = () => coordinator.delete(`/shares/${share.id}`, 1)
    expect(statusesOf([await revoke(), await revoke()])).toEqual([204, 412])
    for (const path of ['', '/partner-view', '/participation', '/partnerships']) {
      expect(await partner.get(`/programs/${program.id}${path}`)).toMatchObject({ status: 404 })
    }
    expect((await granted(partner.get<{ items: object[] }>('/programs'))).items).toEqual([])
  })

  it('ends within twelve months, and names an organization of the register', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const coordinator = await world.as('coordinator')
    const share = (fields: object) =>
      coordinator.post(`/programs/${program.id}/shares`, { sections: ['overview'], expiresOn: '2027-06-30', ...fields })
    expect(await share({ kind: 'link', expiresOn: '2026-11-22' })).toMatchObject({
      status: 400,
      pointers: ['/expiresOn'],
    })
    for (const [expiresOn, status] of [
      ['2027-11-24', 400],
      ['2027-11-23', 201],
    ] as const)
      expect(await share({ kind: 'link', expiresOn })).toMatchObject({ status })
    expect(await share({ kind: 'organization' })).toMatchObject({ status: 400, pointers: ['/organizationId'] })
    const unknown = { kind: 'organization', organizationId: program.id }
    expect(await share(unknown)).toMatchObject({ status: 400, pointers: ['/organizationId'] })
  })
})

describe('The access of an organization (P6-G2)', () => {
  const body = { kind: 'organization', sections: ['overview'], expiresOn: '2027-06-30' }
  const sharing = async (programId: string, organizationId: string) =>
    (await world.as('coordinator')).post<{ gates: { id: string; missing: object[] }[] }>(
      `/programs/${programId}/shares`,
      {
        ...body,
        organizationId,
      },
    )
  const refused = (reply: Awaited<ReturnType<typeof sharing>>, missing: number) => {
    expect(reply).toMatchObject({ status: 409, problem: 'gate-failed' })
    expect(reply.body.gates.map(({ id, missing: { length } }) => [id, length])).toEqual([['P6-G2', missing]])
  }

  it('asks its part in the program, its cleared diligence, and an agreement', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const coordinator = await world.as('coordinator')
    const join = (organizationId: string, role: string) =>
      granted(coordinator.post(`/programs/${program.id}/organizations`, { organizationId, role }))
    const { id } = await world.anOrganization('OIF-A', { dueDiligence: 'inProgress' })
    refused(await sharing(program.id, id), 3)
    await join(id, 'funder')
    refused(await sharing(program.id, id), 2)
    await world.anAgreementWith(program.id, id)
    refused(await sharing(program.id, id), 1)
    const cleared = { dueDiligence: 'cleared' }
    await granted(coordinator.patch(`/organizations/${id}`, cleared, 1))
    expect(await sharing(program.id, id)).toMatchObject({ status: 201, body: { active: true, lacks: [] } })
  })

  it('is a host’s by its part in the very program', async () => {
    const [program, other] = [await world.aVerifiedProgram('analysis'), await world.aVerifiedProgram('analysis')]
    const host = await world.aMember(program.id, 'host', 'CENI-P')
    expect(await sharing(program.id, host.id)).toMatchObject({ status: 201 })
    const coordinator = await world.as('coordinator')
    const elsewhere = { organizationId: host.id, role: 'network' }
    await granted(coordinator.post(`/programs/${other.id}/organizations`, elsewhere))
    refused(await sharing(other.id, host.id), 1)
  })

  it('ends at once with the diligence, and after the last day of the agreement', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id: organizationId } = await world.aMember(program.id, 'funder', 'OIF-E')
    const share = await world.aShare(program.id, organizationId)
    const partner = await world.aPartner(organizationId)
    const coordinator = await world.as('coordinator')
    const see = async () => (await partner.get(`/programs/${program.id}`)).status
    const listed = async () => {
      const path = `/programs/${program.id}/shares`
      const { items } = await granted(
        coordinator.get<{ items: { id: string; active: boolean; lacks: string[] }[] }>(path),
      )
      const found = items.find(({ id }) => id === share.id)
      return { active: found?.active, lacks: found?.lacks.length }
    }
    expect([await see(), await listed()]).toEqual([200, { active: true, lacks: 0 }])
    await granted(coordinator.patch(`/organizations/${organizationId}`, { dueDiligence: 'refused' }, 1))
    expect([await see(), await listed()]).toEqual([404, { active: false, lacks: 1 }])
    await granted(coordinator.patch(`/organizations/${organizationId}`, { dueDiligence: 'cleared' }, 2))
    expect(await see()).toBe(200)
    await world.db.share.update({ where: { id: share.id }, data: { groundsEndOn: new Date('2026-11-23') } })
    expect(await see()).toBe(200)
    world.setTime('2026-11-24T15:00:00Z')
    expect([await see(), await listed()]).toEqual([404, { active: false, lacks: 1 }])
    world.setTime(start.toISOString())
  })
})

describe('A link', () => {
  it('takes no password that is mostly spaces', async () => {
    const coordinator = await world.as('coordinator')
    const { program } = await world.aRequest()
    const body = { kind: 'link', sections: ['overview'], expiresOn: '2026-12-31', password: '  court   ' }
    const refusal = await coordinator.post(`/programs/${program.id}/shares`, body)
    expect(refusal).toMatchObject({ status: 400, pointers: ['/password'] })
  })
})
