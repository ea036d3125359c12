import { expect, test } from './host.ts'

test('a person opens BoAn, says who they are, looks at the sample and sees the ledger', async ({ page, host }) => {
  await page.goto(host.address)
  await page.getByRole('button', { name: /^主播/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: /先看看示例/ }).click()
  // The sample is filled through the calls a person makes: some ten thousand rows.
  await expect(page.getByRole('button', { name: /正在看示例/ })).toBeVisible({ timeout: 90_000 })
  await page.getByRole('link', { name: '对账' }).click()
  await expect(page.getByRole('heading', { name: '对账' })).toBeVisible()
})

test('an address that was used opens no second page', async ({ page, host, context }) => {
  await page.goto(host.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const second = await context.newPage()
  await second.goto(host.address)
  await expect(second.getByText('这个页面的登录已经失效')).toBeVisible()
})
