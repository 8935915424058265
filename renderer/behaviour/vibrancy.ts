/**
 * The main process opens the page with `?vibrancy` where the system's own blurred material lies below the window; the
 * style sheets then leave the window unpainted.
 */
export const showVibrancyWhereThereIsOne = (): void => {
  const isAsked = new URLSearchParams(window.location.search).has('vibrancy');
  document.documentElement.toggleAttribute('data-vibrancy', isAsked);
};
