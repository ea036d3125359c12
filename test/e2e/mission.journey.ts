import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { importOlderOrders, issueFromRoster, joinAcceptance, settleMonth } from './mission/agency.ts'
import { checkAgencyScreens, checkMediatorScreens, checkStreamerScreens } from './mission/axe.ts'
import { streamerName, streamers } from './mission/figures.ts'
import { answerCase } from './mission/mediator.ts'
import { type Person, personAt } from './mission/person.ts'
import { acceptContract, followReply, importOrders, takeStatementAndOpenCase } from './mission/streamer.ts'

interface People {
  agency: Person
  streamer: Person
  mediator: Person
}

/** Three people, each with a computer of their own; what goes from one to another goes as a file. */
const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'boan-mission-'))
    const agency = await personAt(browser, join(folder, 'agency'))
    const streamer = await personAt(browser, join(folder, 'streamer'))
    const mediator = await personAt(browser, join(folder, 'mediator'))
    await use({ agency, streamer, mediator })
    for (const person of [agency, streamer, mediator]) await person.leave()
    rmSync(folder, { recursive: true, force: true })
  },
})

test('a contract issued from a roster ends, after a short statement and a case, in an agreement whose first instalment is paid', async ({
  people: { agency, streamer, mediator },
}) => {
  test.setTimeout(600_000)
  const files = await test.step('the agency issues to its streamers', () => issueFromRoster(agency.page))
  expect(files.size).toBe(streamers)
  const contract = [...files].find(([name]) => name.includes(streamerName))?.[1] ?? ''

  const acceptance = await test.step('a streamer accepts', () => acceptContract(streamer.page, contract))
  await test.step('the ledger computes by the contract', () => importOrders(streamer.page))

  const statement = await test.step('the agency settles the month, short of an order', async () => {
    await joinAcceptance(agency.page, acceptance)
    await importOlderOrders(agency.page)
    return settleMonth(agency.page)
  })
  const caseFile = await test.step('the streamer opens a case from the statement', () =>
    takeStatementAndOpenCase(streamer.page, statement))
  const reply = await test.step('the mediator answers', () => answerCase(mediator.page, caseFile))
  await test.step('the streamer follows the agreement to its first instalment', () => followReply(streamer.page, reply))
  await test.step('no screen of theirs has findings of axe, by day and by night', async () => {
    await checkAgencyScreens(agency.page)
    await checkStreamerScreens(streamer.page)
    await checkMediatorScreens(mediator.page)
  })

  for (const { errors } of [agency, streamer, mediator]) expect(errors).toEqual([])
})
