import { expect, test } from 'vitest';
import { marketChannelOf, marketPopulations } from '../../../shared/domain/market/populations.ts';

const quotes = (...channels: (string | null)[]) => channels.map((channel, index) => ({ id: `q${index}`, channel }));
const parted = (...channels: (string | null)[]) =>
  marketPopulations(quotes(...channels), ({ channel }) => marketChannelOf(channel)).map((one) => [
    one.channel,
    one.quotes.map(({ id }) => id).join(' '),
  ]);

// DOMAIN 4: never mix 1688 with Alibaba.com quotes.
test.each<[string, (string | null)[], [string, string][]]>([
  ['one market alone', ['1688', '1688'], [['1688', 'q0 q1']]],
  [
    'both platforms part, in the order they were given',
    ['alibaba', '1688', 'alibaba', '1688'],
    [
      ['1688', 'q1 q3'],
      ['alibaba', 'q0 q2'],
    ],
  ],
  [
    'an unknown channel joins neither platform',
    [null, '1688', 'tradeFair'],
    [
      ['1688', 'q1'],
      ['other', 'q0 q2'],
    ],
  ],
  ['no quotes, no market', [], []],
])('%s', (_case, channels, expected) => {
  expect(parted(...channels)).toEqual(expected);
});
