import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Scheme = 'light' | 'dark'
const patient = { timeout: 30_000 }
/** Rules whose answer depends on colours. */
const colourRules = ['color-contrast', 'link-in-text-block']

export async function followSystemTheme(page: Page): Promise<void> {
  await show(page, '#/settings')
  await page.getByText('跟随系统', { exact: true }).click()
  await expect(page.getByRole('radio', { name: '跟随系统' })).toBeChecked()
}

export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        if (location.hash === to) resolve()
        window.addEventListener('hashchange', () => resolve(), { once: true })
        location.hash = to
      }),
    hash,
  )
  await settled(page)
}

export async function follow(page: Page, link: string): Promise<void> {
  await page.locator(link).first().click()
  await settled(page)
}

/** A screen stands once it has its heading and nothing of it is still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible(patient)
  await expect(page.locator('.loading')).toHaveCount(0, patient)
}

/** Colours change within a frame (base.css shortens every transition to that), so the one after the next shows the new ones. */
async function coloursDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      ),
  )
}

/** Each finding is said by rule and element, as one looks for it. */
export async function expectNoFindings(
  page: Page,
  screen: string,
  schemes: Scheme[] = ['light', 'dark'],
): Promise<void> {
  for (const [index, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await coloursDrawn(page)
    const axe = new AxeBuilder({ page })
    // The other theme is the same page in other colours: only what colours decide is asked again.
    const { violations } = await (index === 0 ? axe : axe.withRules(colourRules)).analyze()
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary ?? ''}`),
    )
    expect.soft(findings, `${screen}, ${colorScheme}`).toEqual([])
  }
}
