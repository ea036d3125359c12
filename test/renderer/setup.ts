import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { initReactI18next } from 'react-i18next'
import { afterEach, vi } from 'vitest'
import { createI18n } from '../../shared/i18n/index.ts'

initReactI18next.init(createI18n('zh'))

// jsdom draws nothing: a wide window without animation, and elements without a size.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: query.includes('min-width'),
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
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
