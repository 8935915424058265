/** Where a native menu of this element opens: its lower left corner, in CSS pixels of the page. */
export const cornerOf = (element: Element): { readonly xPixels: number; readonly yPixels: number } => {
  const { left, bottom } = element.getBoundingClientRect();
  return { xPixels: Math.max(0, Math.round(left)), yPixels: Math.max(0, Math.round(bottom)) };
};
