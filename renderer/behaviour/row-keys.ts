import { goBack } from '../store/pages';

/** In these the arrows, and Return, have a meaning of their own. */
const ownKeys = 'input, select, textarea, [role=listbox]';

/**
 * The keys of a page of rows: up and down go through them, right opens one, left goes back, and Return presses what makes
 * walking away safe where nothing else has the focus.
 *
 * @returns whether the key was one of them.
 */
export const moveInPage = ({ key, target }: KeyboardEvent): boolean => {
  const focused = target instanceof Element ? target : document.body;
  if (focused.matches(ownKeys)) return false;
  switch (key) {
    case 'ArrowLeft':
      return goBack();
    case 'ArrowRight':
      return press(focused.closest<HTMLElement>('[data-page]'));
    case 'ArrowUp':
      return step(focused, -1);
    case 'ArrowDown':
      return step(focused, 1);
    case 'Enter':
      return focused.closest('button, a, summary') === null && press(document.querySelector('[data-primary]'));
    default:
      return false;
  }
};

const press = (element: HTMLElement | null): boolean => {
  element?.click();
  return element !== null;
};

/** On a page without rows the arrows scroll, as ever. */
const step = (focused: Element, by: 1 | -1): boolean => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.indexOf(focused as HTMLElement);
  if (index < 0 && document.querySelector('.first-page') === null) return false;
  const next = index < 0 ? rows.at(by === 1 ? 0 : -1) : rows[index + by];
  next?.focus();
  return next !== undefined;
};
