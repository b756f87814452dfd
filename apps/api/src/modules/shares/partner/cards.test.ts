import { describe, expect, it } from 'vitest'
import type { Activity } from '@entente/shared/activities/contract'
import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import type { Share } from '@entente/shared/shares/contract'
import type { PartnerView } from '@entente/shared/shares/partner/contract'
import { granted } from '../../../../test/support/builders.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const title = { fr: 'Atelier des formatrices', en: 'Workshop of trainers' }

/** A program shared with its host and by a link, and two ways to read its cards. */
const aSharedBoard = async () => {
  const program = await world.aVerifiedProgram('analysis')
  const coordinator = await world.as('coordinator')
  const sections = ['activities' as const, 'milestones' as const]
  const host = await world.aMember(program.id, 'host', `CENI-${program.id.slice(-6)}`)
  await world.aShare(program.id, host.id, sections)
  const partner = await world.aPartner(host.id)
  const path = `/programs/${program.id}`
  const body = { kind: 'link', sections, expiresOn: '2027-06-30' }
  const { url } = await granted(coordinator.post<Share & { url: string }>(`${path}/shares`, body))
  const add = (fields: object) =>
    granted(coordinator.post<Activity>(`${path}/activities`, { title: 'Carte interne', type: 'workshop', ...fields }))
  const views = async (headers = {}) => [
    await granted(partner.get<PartnerView>(`${path}/partner-view`, headers)),
    await granted(world.stranger().get<PartnerView>(`/shared/${url.split('/').at(-1)}`, headers)),
  ]
  const columns = async () => (await granted(coordinator.get<ActivityBoard>(`${path}/board`))).columns
  return { coordinator, add, views, columns }
}

describe('A card of the team', () => {
  it('is internal, milestone or not, until it has a title for partners', async () => {
    const { add, views } = await aSharedBoard()
    await add({ milestone: true, dueOn: '2026-12-01' })
    await add({})
    for (const view of await views()) {
      expect(view.activities).toEqual([])
      expect(JSON.stringify(view)).not.toContain('Carte interne')
    }
  })

  it('is told under that title, in the reader’s language, and under no other', async () => {
    const { add, views } = await aSharedBoard()
    await add({ partnerTitle: title, milestone: true })
    await add({ partnerTitle: { fr: 'Sans traduction', en: null } })
    const read = async (language: string) =>
      (await views({ 'accept-language': language })).map(({ activities, milestones }) => ({
        cards: activities?.map((card) => card.title),
        told: milestones?.map(({ label }) => label).includes(language === 'en' ? title.en : title.fr),
      }))
    const french = { cards: [title.fr, 'Sans traduction'], told: true }
    expect(await read('fr')).toEqual([french, french])
    const english = { cards: [title.en, 'Sans traduction'], told: true }
    expect(await read('en')).toEqual([english, english])
  })

  it('is away at once when the title is taken back', async () => {
    const { coordinator, add, views } = await aSharedBoard()
    const { id, version } = await add({ partnerTitle: title })
    const before = await views()
    await granted(coordinator.patch(`/activities/${id}`, { partnerTitle: null }, version))
    const counts = [...before, ...(await views())].map(({ activities }) => activities?.length)
    expect(counts).toEqual([1, 1, 0, 0])
  })

  it('is told as late or done as the team sees it', async () => {
    const { coordinator, add, views, columns } = await aSharedBoard()
    const late = await add({ partnerTitle: { fr: 'En retard', en: null }, dueOn: '2026-11-01', milestone: true })
    await add({ partnerTitle: { fr: 'À venir', en: null }, dueOn: '2026-12-01' })
    const done = await add({ partnerTitle: { fr: 'Fait', en: null }, dueOn: '2026-11-02' })
    const board = await columns()
    const last = board.find((column) => column.done)
    await granted(coordinator.post(`/activities/${done.id}/move`, { columnId: last?.id }))
    expect(late.milestone).toBe(true)
    for (const view of await views()) {
      expect(view.activities?.map(({ title: name, progress }) => [name, progress])).toEqual([
        ['En retard', 'late'],
        ['Fait', 'done'],
        ['À venir', 'toCome'],
      ])
      expect(view.milestones).toContainEqual({ label: 'En retard', on: '2026-11-01', progress: 'late' })
    }
  })
})
