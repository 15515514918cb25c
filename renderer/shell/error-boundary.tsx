import { Component, type ReactNode } from 'react'
import { shellStrings } from '../strings/shell'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

type ErrorBoundaryProps = { readonly children: ReactNode }

/** Shows a fault of the interface instead of an empty window. The text is not in here: the editor and the recovery store have it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <EmptyState title={shellStrings.fault} role="alert">
        <p>{shellStrings.faultHelp}</p>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <Button kind="primary" onPress={() => this.setState({ error: null })}>
          {shellStrings.tryAgain}
        </Button>
      </EmptyState>
    )
  }
}
