import { describe, expect, it } from 'vitest';
import { type Area, placeWindow } from '../../electron/desktop/placement.ts';

const main: Area = { x: 0, y: 0, width: 1920, height: 1040 };
const left: Area = { x: -1280, y: 200, width: 1280, height: 680 };
const at = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
});

describe('the window is placed', () => {
  it.each([
    ['first: as large as it likes to be, where the system puts it', null, [main], { width: 1440, height: 900 }],
    ['first, on a small screen: within it', null, [left], { width: 1280, height: 680 }],
    ['where it was', at(100, 50, 1200, 800), [main], { x: 100, y: 50, width: 1200, height: 800 }],
    [
      'where it was, on a screen left of the main one',
      at(-1200, 220, 1100, 650),
      [main, left],
      { x: -1200, y: 220, width: 1100, height: 650 },
    ],
    [
      'wholly on the screen that shows most of it',
      at(-300, 300, 1000, 640),
      [main, left],
      { x: 0, y: 300, width: 1000, height: 640 },
    ],
    ['anew when its screen is gone', at(-1200, 220, 1100, 650), [main], { width: 1100, height: 650 }],
    ['anew when its upper edge cannot be grasped', at(100, -200, 1200, 800), [main], { width: 1200, height: 800 }],
    ['back from a corner', at(1800, 1000, 1200, 800), [main], { x: 720, y: 240, width: 1200, height: 800 }],
    ['anew when too little of the edge is left', at(1850, 100, 1200, 800), [main], { width: 1200, height: 800 }],
    ['smaller on a smaller screen', at(0, 0, 3000, 2000), [main], { x: 0, y: 0, width: 1920, height: 1040 }],
    ['no smaller than it works', at(10, 10, 300, 200), [main], { x: 10, y: 10, width: 1000, height: 640 }],
    ['somehow, without a screen', at(0, 0, 1200, 800), [], { width: 1440, height: 900 }],
  ])('%s', (_case, saved, screens, expected) => {
    expect(placeWindow(saved, screens)).toEqual(expected);
  });
});
