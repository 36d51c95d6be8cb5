import { expect, test } from 'vitest';
import { attachmentAddress } from '../../../renderer/features/attachments/attachment-address.ts';

const sha256 = 'ab'.repeat(32);

test.each([
  ['报价单 quote <1>.pdf', '报价单 quote <1>.pdf'],
  ['a/b\\c.txt', 'a_b_c.txt'],
  ['..', '_'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['100% #1?.xlsx', '100% #1?.xlsx'],
  ['line\nbreak\u0000.csv', 'line_break_.csv'],
  ['lone \ud800 half.csv', 'lone \ufffd half.csv'],
  ['x'.repeat(300), 'x'.repeat(200)],
])('the address of %j is one path of three parts that carries its name', (fileName, served) => {
  const address = attachmentAddress({ sha256, fileName });
  const { pathname, search, hash } = new URL(address, 'http://127.0.0.1');
  expect([search, hash]).toEqual(['', '']);
  // What the hosts refuse in an address of theirs.
  expect(pathname).not.toMatch(/%2f|%5c|\\|%00|%0a/i);
  expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'attachments', sha256, served]);
});
