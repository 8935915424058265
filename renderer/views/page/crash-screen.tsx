import { Component, type ReactNode } from 'react';
import { PushButton } from '../../components/push-button';

interface State {
  readonly crashed: boolean;
}

/** A fault in a view leaves a sentence and a way on instead of an empty window. The menu-bar icon needs no view. */
export class CrashScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="content" role="alert">
        <h1 className="page-title">This window failed</h1>
        <p>The icon in the menu bar still tells the state.</p>
        <PushButton onPress={() => this.setState({ crashed: false })}>Try again</PushButton>
      </main>
    );
  }
}
