import { accentColors } from '../../electron/core/window/accent-colors';
import { usePopoverStore } from '../store/popover-store';

const names = { accent: '--system-accent', pressed: '--system-accent-pressed' } as const;

/** Both windows have the system's accent colour, whenever it changes; where it has none, that of tokens.css. */
export const followSystemAccent = (): void => {
  let shown: string | null = null;
  usePopoverStore.subscribe(({ state }) => {
    const asked = state?.accentColor ?? null;
    if (asked === shown) return;
    shown = asked;
    const colors = accentColors(asked ?? '');
    const { style } = document.documentElement;
    for (const [part, name] of Object.entries(names) as ['accent' | 'pressed', string][]) {
      if (colors === null) style.removeProperty(name);
      else style.setProperty(name, colors[part]);
    }
  });
};
