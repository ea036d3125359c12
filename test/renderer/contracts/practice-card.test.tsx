import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { PracticeCard } from '../../../renderer/contracts/practice-card.tsx'
import { Surroundings } from '../../../renderer/shell/surroundings.tsx'
import type { Practice } from '../../../shared/contracts/practice.ts'
import { fakeHost, resetApp, someStatus } from '../fake-host.ts'

const practice: Practice = {
  basis: 'net-sale',
  when: 'settled',
  ratePpm: 60_000,
  monthlyFen: 0,
  daysAfter: 31,
  fitting: 2,
  months: [
    { month: '2026-01', basisFen: 1_000_000, amountFen: 60_000, expectedFen: 60_000, ratePpm: 60_000, fits: true },
    { month: '2026-02', basisFen: 2_000_000, amountFen: 120_000, expectedFen: 120_000, ratePpm: 60_000, fits: true },
    { month: '2026-03', basisFen: 1_000_000, amountFen: 52_000, expectedFen: 60_000, ratePpm: 52_000, fits: false },
  ],
}

beforeEach(() => resetApp(someStatus))

test('says the rate, how many months fit it and which one does not, and leads to terms to be changed and saved', async () => {
  fakeHost({ 'contracts.practice': () => ({ practices: [practice] }) })
  render(<PracticeCard agreementId="a" isFolded={false} />, { wrapper: Surroundings })
  expect(
    await screen.findByText('按当月结算的扣退款后销售额，6%，3 个月里 2 个月都对得上，2026-03 是 5.2%'),
  ).toBeVisible()
  expect(screen.getByRole('row', { name: /2026-03 ¥10,000\.00 ¥520\.00 5\.2% 差 −¥80\.00/ })).toBeVisible()
  expect(screen.getByRole('link', { name: '用它填条件' })).toHaveAttribute(
    'href',
    '#/contracts?agreement=a&edit=terms&practice=0',
  )
})

test('nothing is shown where nothing fits', async () => {
  const host = fakeHost({ 'contracts.practice': () => ({ practices: [] }) })
  const { container } = render(<PracticeCard agreementId="a" isFolded={false} />, { wrapper: Surroundings })
  await expect.poll(() => host.asked.length).toBe(1)
  expect(container.querySelector('section')).toBeNull()
})
