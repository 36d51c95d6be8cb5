import { useSyncExternalStore } from 'react';

export type Density = 'compact' | 'comfortable';

const DENSITY = 'hangjia.density';
export const COLOUR_SCHEME_KEY = 'hangjia.colour-scheme';

const listeners = new Set<() => void>();

/** Density of tables and grids, kept on this computer. */
export function useDensity(): [Density, (density: Density) => void] {
  const density = useSyncExternalStore(subscribe, readDensity);
  return [density, writeDensity];
}

/** Any small choice of this computer (visible columns, page size) that is no data of the workspace. */
export function readLocal(key: string): unknown {
  const stored = localStorage.getItem(`hangjia.${key}`);
  if (stored === null) return null;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

export function writeLocal(key: string, value: unknown): void {
  localStorage.setItem(`hangjia.${key}`, JSON.stringify(value));
}

function readDensity(): Density {
  return localStorage.getItem(DENSITY) === 'comfortable' ? 'comfortable' : 'compact';
}

function writeDensity(density: Density): void {
  localStorage.setItem(DENSITY, density);
  document.documentElement.dataset.density = density;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
