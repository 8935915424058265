import { usePopoverStore } from '../store/popover-store';

const names = { accent: '--system-accent', pressed: '--system-accent-pressed' } as const;

/** Both windows have the system's accent colour, whenever it changes; where it has none, that of tokens.css. */
export const followSystemAccent = (): void => {
  let shown: string | undefined;
  usePopoverStore.subscribe(({ state }) => {
    const colors = state?.accent;
    if (colors?.accent === shown) return;
    shown = colors?.accent;
    const { style } = document.documentElement;
    for (const [part, name] of Object.entries(names) as ['accent' | 'pressed', string][])
      style.setProperty(name, colors?.[part] ?? null);
  });
};
