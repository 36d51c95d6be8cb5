import { expect, test } from 'vitest';
import { webAddress } from '../../../renderer/features/suppliers/web-address.ts';

test.each([
  ['https://shop123.1688.com/?a=b', 'https://shop123.1688.com/?a=b'],
  ['HTTP://Example.cn', 'http://example.cn/'],
])('opens %s', (text, address) => {
  expect(webAddress(text)).toBe(address);
});

test.each([
  '',
  'shop.1688.com',
  'javascript:alert(1)',
  'JavaScript://https://a.cn/%0aalert(1)',
  ' https://a.cn',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  '\\\\server\\share',
  '//server/share',
  'vbscript:x',
  'https://',
  'http:///',
])('never opens %j', (text) => {
  expect(webAddress(text)).toBeNull();
});
