import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { initReactI18next } from 'react-i18next'
import { afterEach, vi } from 'vitest'
import { createI18n } from '../../shared/i18n/index.ts'

initReactI18next.init(createI18n('zh'))
// A part of a screen that is loaded at first use is transformed first: on a busy machine that takes longer than a second.
configure({ asyncUtilTimeout: 15_000 })

// jsdom draws nothing: a wide window without animation, and elements without a size.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: query.includes('min-width'),
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
Element.prototype.scrollIntoView = () => undefined
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)

afterEach(() => {
  cleanup()
  location.hash = ''
})
