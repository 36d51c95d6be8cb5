import type { SamplePhoto } from '../../../../resources/sample/quality-types.ts';
import { encodePng } from './png.ts';

const WIDTH = 480;
const HEIGHT = 360;
const FELT = [74, 84, 82] as const;
/** The cloth with its scale under the light: the same beneath all tubes, so it is drawn once. */
let desk: Buffer | null = null;

/**
 * Draws metal tubes on a dark cloth beside a scale, seen from above, with what is wrong about them. The same description gives
 * the same bytes on every machine.
 */
export function drawPhoto(photo: SamplePhoto): Promise<Buffer> {
  desk ??= drawDesk();
  const pixels = Buffer.from(desk);
  const seed = [...photo.file].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  const tubes = Array.from({ length: photo.tubes }, (_, place) => tubeAt(photo, place, seed));
  for (const tube of tubes) {
    drawShadow(pixels, tube);
    drawTube(pixels, photo, tube, seed);
  }
  return encodePng(WIDTH, HEIGHT, pixels);
}

interface Tube {
  readonly left: number;
  readonly right: number;
  /** The middle line: how high it is in the middle of the picture, and how much it leans. */
  readonly top: number;
  readonly lean: number;
  readonly half: number;
  readonly place: number;
}

function tubeAt({ tubes, width }: SamplePhoto, place: number, seed: number): Tube {
  const step = (HEIGHT - 84) / tubes;
  const sway = noise(place, seed, 3);
  return {
    left: Math.round(36 + sway * 20),
    right: Math.round(WIDTH - 44 - noise(place, seed, 5) * 20),
    top: 28 + step * (place + 0.5),
    lean: (sway - 0.5) * 0.012,
    half: Math.min(width, step * 0.8) / 2,
    place,
  };
}

/** Light falls in from the upper left; the corners are darker. */
function lightAt(x: number, y: number): number {
  return 1.06 - ((x - WIDTH * 0.4) ** 2 + (y - HEIGHT * 0.38) ** 2) / 515_000;
}

function drawDesk(): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const light = lightAt(x, y);
      const scale = scaleAt(x, y);
      const weave = ((x >> 1) % 2 === (y >> 1) % 2 ? 3 : -3) + (noise(x >> 1, y >> 1, 1) - 0.5) * 4;
      for (let part = 0; part < 3; part++) {
        put(pixels, x, y, part, light * (scale?.[part] ?? (FELT[part] ?? 0) + weave));
      }
    }
  }
  return pixels;
}

function drawShadow(pixels: Buffer, tube: Tube): void {
  for (let x = tube.left + 5; x <= tube.right + 5; x++) {
    const middle = tube.top + 6 + (x - WIDTH / 2) * tube.lean;
    for (let y = Math.ceil(middle - tube.half); y <= middle + tube.half; y++) {
      const soft = Math.min(1, (1.05 - Math.abs(y - middle) / tube.half) * 3);
      for (let part = 0; part < 3; part++) put(pixels, x, y, part, at(pixels, x, y, part) * (1 - 0.42 * soft));
    }
  }
}

function drawTube(pixels: Buffer, photo: SamplePhoto, tube: Tube, seed: number): void {
  const reach = photo.flaw === 'burr' ? tube.right + BURR : tube.right;
  for (let x = tube.left; x <= reach; x++) {
    const middle = tube.top + (x - WIDTH / 2) * tube.lean;
    for (let y = Math.ceil(middle - tube.half); y <= middle + tube.half; y++) {
      const across = (y - middle) / tube.half;
      const light = lightAt(x, y);
      if (x > tube.right) {
        if (isBurr(tube, x, across, seed)) for (let part = 0; part < 3; part++) put(pixels, x, y, part, 224 * light);
        continue;
      }
      const bright = light * metalAt(photo, tube, x, across, seed);
      const tint = isStained(photo, tube, x, across, seed) ? STAIN : photo.metal;
      for (let part = 0; part < 3; part++) put(pixels, x, y, part, (tint[part] ?? 0) * bright);
    }
  }
}

const STAIN = [150, 128, 96] as const;
/** How far a burr may stand out from the end, pixels. */
const BURR = 16;

/** How bright round metal is: a bright line above the middle, dark edges, fine brushing along it. */
function metalAt(photo: SamplePhoto, tube: Tube, x: number, across: number, seed: number): number {
  const round = Math.sqrt(Math.max(0, 1 - across * across));
  const gloss = Math.exp(-((across + 0.38) ** 2) / 0.03) * 46 + Math.exp(-((across - 0.55) ** 2) / 0.05) * 14;
  const line = Math.round(across * tube.half * 2);
  const brush = (noise(line, tube.place, seed) - 0.5) * 16 + (noise(x >> 5, line, seed) - 0.5) * 8;
  let bright = 0.42 + 0.58 * round;
  // The open end shows its dark inside.
  if (x > tube.right - 4 && Math.abs(across) < 0.78) bright *= 0.42;
  if (photo.logo !== 'none' && isLogo(tube, x, across)) bright *= photo.logo === 'sharp' ? 0.5 : 0.88;
  if (photo.flaw === 'scratches' && isScratch(tube, x, across, seed)) bright *= 1.32;
  return bright * (1 + (gloss + brush) / 230);
}

function isStained({ flaw }: SamplePhoto, tube: Tube, x: number, across: number, seed: number): boolean {
  if (flaw !== 'stain' || tube.place !== 1) return false;
  const far = ((x - 300) / 40) ** 2 + ((across - 0.1) / 0.7) ** 2;
  return far < 1 + (noise(x >> 2, Math.round(across * 8), seed) - 0.5) * 0.5;
}

/** The mark: a ring, a bar and three strokes, as a laser writes them. */
function isLogo(tube: Tube, x: number, across: number): boolean {
  const along = (x - 214) / tube.half;
  const ring = Math.hypot(along, across);
  if (ring > 0.34 && ring < 0.52) return true;
  if (Math.abs(across) > 0.42) return false;
  return (
    (along > 0.9 && along < 1.12) ||
    (along > 1.3 && Math.abs(((along - across * 0.4 - 1.2) % 0.6) - 0.3) < 0.12 && along < 3)
  );
}

function isScratch(tube: Tube, x: number, across: number, seed: number): boolean {
  for (let scratch = 0; scratch < 3; scratch++) {
    const from = 60 + noise(tube.place, scratch, seed) * 310;
    const way = (x - from) / (28 + noise(scratch, tube.place, seed) * 60);
    if (way <= 0 || way >= 1) continue;
    const slope = noise(tube.place + 9, scratch, seed) * 1.6 - 0.8;
    if (Math.abs(across - slope * (way - 0.5) - 0.1) < 0.06) return true;
  }
  return false;
}

function isBurr(tube: Tube, x: number, across: number, seed: number): boolean {
  if (Math.abs(across) > 0.96 || Math.abs(across) < 0.5) return false;
  return x - tube.right < noise(Math.round(across * 12), tube.place, seed) ** 2 * BURR;
}

/** A scale along the lower edge: ten pixels a division. */
function scaleAt(x: number, y: number): readonly [number, number, number] | null {
  if (y < HEIGHT - 42 || y > HEIGHT - 10 || x < 30 || x > WIDTH - 30) return null;
  const mark = (x - 40) / 10;
  const length = mark % 10 === 0 ? 18 : mark % 5 === 0 ? 13 : 8;
  const isMark = mark >= 0 && Number.isInteger(mark) && y < HEIGHT - 42 + length;
  return isMark ? [40, 40, 40] : [232, 226, 204];
}

function at(pixels: Buffer, x: number, y: number, part: number): number {
  return pixels[(y * WIDTH + x) * 3 + part] ?? 0;
}

function put(pixels: Buffer, x: number, y: number, part: number, value: number): void {
  pixels[(y * WIDTH + x) * 3 + part] = Math.max(0, Math.min(255, Math.round(value)));
}

/** A number from 0 to 1 that looks drawn and is always the same for the same place. */
function noise(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x ^ (seed << 8), 374_761_393) + Math.imul(y, 668_265_263);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
