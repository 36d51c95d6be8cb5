/** A text in GBK, as Excel on a Chinese Windows saves a CSV. */
export function inGbk(text: string): Buffer {
  const bytes = new Map<string, number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!bytes.has(character)) bytes.set(character, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0);
      if (code !== undefined && code < 0x80) return [code];
      const pair = bytes.get(character);
      if (pair === undefined) throw new Error(`${character} is not in GBK`);
      return pair;
    }),
  );
}
