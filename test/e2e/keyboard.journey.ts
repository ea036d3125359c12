import type { Page } from '@playwright/test'
import { expect, test } from './sample-host.ts'

const patient = { timeout: 30_000 }

test('a person goes from the sample to a case file for the mediator by the keyboard alone', async ({ page, host }) => {
  test.setTimeout(240_000)
  await page.goto(host.address)
  await expect(page.getByRole('button', { name: /正在看示例/ })).toBeVisible(patient)

  // The first stop of the page leads past the navigation.
  await page.keyboard.press('Tab')
  await expectFocus(page, 'a', '跳到内容')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

  await goByPalette(page, '对账')
  await openOwedCycle(page)
  await tabTo(page, 'button', '立案')
  await page.keyboard.press('Enter')
  const places = page.getByRole('navigation', { name: '案件的各步' })
  await expect(places).toBeVisible(patient)

  await tabTo(page, 'a', '提交')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '这份文件给谁' })).toBeVisible(patient)
  await chooseAudience(page)
  await tabTo(page, 'button', '导出给调解员')
  const waiting = page.waitForEvent('download', { timeout: 60_000 })
  await page.keyboard.press('Enter')
  expect((await waiting).suggestedFilename()).toMatch(/\.boan$/)
  await expect(page.getByText('做好了')).toBeVisible({ timeout: 60_000 })
})

/** Ctrl K, a word, the arrow to the result, Enter; the field has the focus at once and the result shows it. */
async function goByPalette(page: Page, place: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expectFocus(page, 'input', '输入名字、单号，或想做的事')
  await page.keyboard.type(place)
  await expect(page.getByRole('list', { name: '结果' }).getByRole('button').first()).toHaveText(
    new RegExp(`去${place}`),
  )
  await page.keyboard.press('ArrowDown')
  await expectFocus(page, 'button', `去${place}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible(patient)
}

/** Tab into the months, arrows to a month that is owed, Enter. */
async function openOwedCycle(page: Page): Promise<void> {
  await expect(page.locator('table.matrix')).toBeVisible(patient)
  await tabTo(page, 'button', '，应得')
  await expect(page.locator('table.matrix td button:focus')).toHaveCount(1)
  const owed = /10 月.*差/
  for (let step = 0; step < 24 && !owed.test(await focusedName(page)); step += 1) {
    await page.keyboard.press(step < 12 ? 'ArrowRight' : 'ArrowLeft')
  }
  await expectFocus(page, 'button', '差')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary').getByRole('region', { name: '应得怎么算的' })).toBeVisible(patient)
}

/** Arrows move among the audiences, and back to the mediator. */
async function chooseAudience(page: Page): Promise<void> {
  await tabTo(page, 'input', '调解员')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /仲裁委或法院/ })).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: /^调解员/ })).toBeChecked()
}

/** Tab until the named element has the focus, which must be seen on it. */
async function tabTo(page: Page, element: string, name: string): Promise<void> {
  for (let stop = 0; stop < 120; stop += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.element === element && at.name.includes(name)) {
      expect(at.isSeen, `the focus is seen on ${name}`).toBe(true)
      return
    }
  }
  throw new Error(`no Tab leads to ${element} ${name}`)
}

async function expectFocus(page: Page, element: string, name: string): Promise<void> {
  await expect
    .poll(async () => {
      const at = await focused(page)
      return at.element === element && at.name.includes(name) ? 'focused' : `${at.element} ${at.name}`
    })
    .toBe('focused')
  expect((await focused(page)).isSeen, `the focus is seen on ${name}`).toBe(true)
}

async function focusedName(page: Page): Promise<string> {
  return (await focused(page)).name
}

/** What has the focus: its element, its words, and whether a person sees it: a ring, a shadow or a border on it or about it. */
function focused(page: Page): Promise<{ element: string; name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const active = document.activeElement
    if (active === null) return { element: '', name: '', isSeen: false }
    const name = [active.getAttribute('aria-label'), active.textContent, active.closest('label')?.textContent]
      .filter((text) => typeof text === 'string')
      .join(' ')
    const about = [active, active.closest('label')?.querySelector('.ant-radio-inner'), active.parentElement]
    const isSeen = about.some((element) => {
      if (!(element instanceof Element)) return false
      const style = getComputedStyle(element)
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    })
    return { element: active.localName, name: name.replaceAll(/\s+/g, ' '), isSeen }
  })
}
