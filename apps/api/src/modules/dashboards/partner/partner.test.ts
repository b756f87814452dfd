import { describe, expect, it } from 'vitest'
import type { PartnerDashboard } from '@entente/shared/dashboards/partner/contract'
import type { Consultation } from '@entente/shared/participation/contract'
import { granted } from '../../../../test/support/builders.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()

describe('A partner’s dashboard', () => {
  it('counts the programs of its list, and asks what its organization still owes', async () => {
    const shared = await world.aProvenProgram('decision')
    const partner = await world.aPartnerOf(shared.id, 'host', 'CENI-T')
    const other = await world.aPartnerOf(shared.id, 'funder', 'OIF-T')
    const coordinator = await world.as('coordinator')
    const question = (organizationId: string | null) =>
      granted(
        coordinator.post<Consultation>(`/programs/${shared.id}/consultations`, {
          organizationId,
          question: 'Votre avis ?',
        }),
      )
    const { id } = await question(partner.organizationId)
    await question(other.organizationId)
    const told = () => granted(partner.get<PartnerDashboard>('/dashboards/partner'))
    const first = await told()
    const { items } = await granted(partner.get<{ items: { id: string }[] }>('/programs'))
    expect([first.count.value, first.programs.map((program) => program.id)]).toEqual([1, items.map((item) => item.id)])
    expect(first.programs[0]?.asked).toEqual([
      { kind: 'opinion', label: 'Votre avis ?', href: `/programs/${shared.id}/partners#consultations` },
    ])
    await granted(
      partner.post(`/consultations/${id}/opinion`, {
        stance: 'favourable',
        opinion: 'Oui, le plan et le calendrier conviennent.',
      }),
    )
    expect((await told()).programs[0]?.asked).toEqual([])
  })

  it('is empty once nothing is shared any more', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    const host = await world.aMember(id, 'host', 'CENI-V')
    await granted((await world.as('coordinator')).delete(`/shares/${(await world.aShare(id, host.id)).id}`, 1))
    const told = await granted((await world.aPartner(host.id)).get<PartnerDashboard>('/dashboards/partner'))
    expect(told).toMatchObject({ count: { value: 0 }, programs: [] })
  })
})
