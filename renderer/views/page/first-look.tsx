import { Padlock } from '../../components/padlock';

/** Until the first look is done nothing is known, and nothing is claimed. */
export const FirstLook = () => (
  <section className="state-card" data-state="unknown" aria-busy="true">
    <Padlock shape="unknown" />
    <div className="state-words">
      <h1 tabIndex={-1}>Looking…</h1>
      <p className="state-detail">Latchkey is reading the state of the keychain. It asks for nothing.</p>
    </div>
  </section>
);
