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

  it('ends on a day to come, and names an organization of the register', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const coordinator = await world.as('coordinator')
    const share = (fields: object) =>
      coordinator.post(`/programs/${program.id}/shares`, { sections: ['overview'], expiresOn: '2027-06-30', ...fields })
    expect(await share({ kind: 'link', expiresOn: '2026-11-22' })).toMatchObject({
      status: 400,
      pointers: ['/expiresOn'],
    })
    expect(await share({ kind: 'organization' })).toMatchObject({ status: 400, pointers: ['/organizationId'] })
    const unknown = { kind: 'organization', organizationId: program.id }
    expect(await share(unknown)).toMatchObject({ status: 400, pointers: ['/organizationId'] })
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
