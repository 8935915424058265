import React from 'react';

/** Each a name of its own: see `vite.config.ts`, which leads the page's own imports of React here. */
export const {
  Children,
  Component,
  createElement,
  Fragment,
  lazy,
  StrictMode,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} = React;
