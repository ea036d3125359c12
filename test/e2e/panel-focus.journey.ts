import { expect, test } from './sample-host.ts'

const patient = { timeout: 30_000 }

for (const widthPx of [1280, 1024]) {
  test(`Esc on an opened cycle gives the focus back to where it was opened from, at ${widthPx}`, async ({
    page,
    host,
  }) => {
    test.setTimeout(240_000)
    await page.setViewportSize({ width: widthPx, height: 768 })
    await page.goto(host.address)
    await expect(page.getByRole('button', { name: /正在看示例/ })).toBeVisible(patient)
    const panel = page.getByRole(widthPx < 1180 ? 'dialog' : 'complementary', { name: /2026 年/ })

    await page.goto(`${page.url().replace(/#.*/, '')}#/ledger`)
    const cell = page.locator('table.matrix td button').last()
    await expect(cell).toBeVisible(patient)
    const month = await cell.textContent()
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('region', { name: '应得怎么算的' })).toBeVisible(patient)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(page.locator(':focus')).toHaveText(month ?? '')

    await page.goto(`${page.url().replace(/#.*/, '')}#/ledger?view=list`)
    const row = page.locator('.ledger-list .link-button').nth(2)
    await expect(row).toBeVisible(patient)
    const cycle = await row.textContent()
    await row.focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('region', { name: '应得怎么算的' })).toBeVisible(patient)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(page.locator(':focus')).toHaveText(cycle ?? '')
  })
}
