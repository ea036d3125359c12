import { expect, test } from './host.ts'
import { sampleFiles } from './samples.ts'

test('what is typed into a dialog that was opened at once from another one stays in it', async ({ page, host }) => {
  await page.goto(host.address)
  await page.getByRole('button', { name: /^主播/ }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: /用我自己的文件/ }).click()
  // The start takes files too: they are to come in on the screen that follows it.
  await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
  await page.locator('input[type="file"]').setInputFiles(sampleFiles.statements.slice(0, 1))
  await expect(page.getByRole('button', { name: '新记一份' })).toBeVisible({ timeout: 60_000 })
  // Quicker than a mouse: the second dialog is asked for while the first is still opening.
  await page.evaluate(
    async (names) => {
      for (const name of names) {
        let button: HTMLElement | undefined
        while (button === undefined) {
          button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)
          if (button === undefined) await new Promise(requestAnimationFrame)
        }
        button.click()
      }
    },
    ['新记一份', '新建'],
  )
  const dialog = page.getByRole('dialog', { name: '新建人或单位' })
  const field = dialog.getByLabel('名称', { exact: true })
  await field.pressSequentially('杭州云播文化传媒有限公司', { delay: 40 })
  await expect(field).toHaveValue('杭州云播文化传媒有限公司')
  await expect(field).toBeFocused()
})
