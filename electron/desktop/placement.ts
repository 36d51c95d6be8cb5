import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** A rectangle of the screens, in device-independent pixels. */
const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Area = z.infer<typeof rectangle>;

const placement = z.object({ bounds: rectangle, isMaximized: z.boolean() });
/** Where the window was when it was closed. */
export type Placement = z.infer<typeof placement>;

export const SMALLEST = { width: 1_000, height: 640 };
const FIRST = { width: 1_440, height: 900 };
/** So much of the window's upper edge must be on a screen for it to be grasped. */
const GRIP = { width: 120, height: 32 };

/**
 * Where the window goes: where it was, moved and shrunk into the screen that shows most of it; without x and y (the
 * system's choice, as a rule the middle) when no screen shows its upper edge any more. `screens`: the areas free for
 * windows, the main screen's first.
 */
export function placeWindow(
  saved: Placement | null,
  screens: readonly Area[],
): { x?: number; y?: number; width: number; height: number } {
  const [main] = screens;
  if (main === undefined) return FIRST;
  if (saved === null) return fitInto(FIRST, main);
  const { bounds } = saved;
  const grip = { ...bounds, height: Math.min(bounds.height, GRIP.height) };
  const [screen] = screens
    .filter((candidate) => {
      const seen = overlap(grip, candidate);
      return seen.width >= Math.min(GRIP.width, bounds.width) && seen.height >= grip.height / 2;
    })
    .sort((a, b) => surface(overlap(bounds, b)) - surface(overlap(bounds, a)));
  if (screen === undefined) return fitInto(bounds, main);
  const { width, height } = fitInto(bounds, screen);
  return {
    x: clamp(bounds.x, screen.x, screen.x + screen.width - width),
    y: clamp(bounds.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

/** Null when there is none, or it cannot be read. */
export function readPlacement(file: string): Placement | null {
  try {
    return placement.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

export function writePlacement(file: string, saved: Placement): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(saved));
    renameSync(`${file}.new`, file);
  } catch {
    // A full disk must not keep a window from closing: the next one opens in the middle.
  }
}

type Size = Pick<Area, 'width' | 'height'>;

function fitInto({ width, height }: Size, screen: Size): Size {
  return {
    width: Math.min(Math.max(width, SMALLEST.width), screen.width),
    height: Math.min(Math.max(height, SMALLEST.height), screen.height),
  };
}

function overlap(a: Area, b: Area): Size {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}

function surface({ width, height }: Size): number {
  return width * height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
