import { Component, type ReactNode } from 'react'
import type { ErrorData } from '../../shared/errors.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { errorData } from './app-store.ts'

/** A screen that fails says so in its own place; the rest of the window goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failure?: ErrorData }> {
  override state: { failure?: ErrorData } = {}

  static getDerivedStateFromError(error: unknown): { failure: ErrorData } {
    return { failure: errorData(error) }
  }

  override render(): ReactNode {
    if (this.state.failure === undefined) return this.props.children
    return <ErrorNote error={this.state.failure} onRetry={() => location.reload()} />
  }
}
