import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milestoneFault } from '../../../shared/domain/payments/milestones.ts';
import { parsePaymentTerms } from '../../../shared/domain/payments/parse-terms.ts';
import { law } from '../kernel/law.ts';

function say(text: string): string | null {
  const read = parsePaymentTerms(text);
  if (read === null) return null;
  return read
    .map(({ percentBp, anchor, offsetDays, endOfMonth }) => {
      const days = offsetDays === 0 ? '' : `+${offsetDays}`;
      return `${percentBp / 100} ${anchor}${days}${endOfMonth ? ' monthEnd' : ''}`;
    })
    .join(', ');
}

const PLAN_A = '30 orderConfirmed, 70 beforeShipment';

test.each([
  ['30/70', PLAN_A],
  ['T/T 30/70', PLAN_A],
  ['30% deposit, 70% before shipment', PLAN_A],
  ['30% T/T deposit, 70% before shipment', PLAN_A],
  ['30% T/T, 70% before shipment', PLAN_A],
  ['T/T 30% in advance, 70% before shipment.', PLAN_A],
  ['30% deposit, balance before shipment', PLAN_A],
  ['30% advance, 70% before delivery', PLAN_A],
  ['30% TT deposit, 70% after inspection before shipment', PLAN_A],
  ['30% 定金，70% 发货前', PLAN_A],
  ['定金30%，尾款70%发货前付清', PLAN_A],
  ['预付30%余款发货前付清', PLAN_A],
  ['三成定金，七成发货前', PLAN_A],
  ['30%订金，提货前付清余款', PLAN_A],
  ['50/50', '50 orderConfirmed, 50 delivered'],
  ['50%预付 50%发货前', '50 orderConfirmed, 50 beforeShipment'],
  ['下单付50%，发货前付50%', '50 orderConfirmed, 50 beforeShipment'],
  ['40/60 before shipment', '40 orderConfirmed, 60 beforeShipment'],
  ['30% T/T, 70% against B/L copy', '30 orderConfirmed, 70 shipped'],
  ['30%预付款，70%见提单副本付款', '30 orderConfirmed, 70 shipped'],
  ['30% deposit; 70% 30 days after B/L date', '30 orderConfirmed, 70 shipped+30'],
  ['30% 定金，60% 发货前，10% 质保金验收后30天', '30 orderConfirmed, 60 beforeShipment, 10 inspectionPassed+30'],
  ['30% down payment, 70% upon completion of production', '30 orderConfirmed, 70 productionDone'],
  [
    '30% in advance, 40% before shipment, 30% 30 days after delivery',
    '30 orderConfirmed, 40 beforeShipment, 30 delivered+30',
  ],
  ['100% T/T in advance', '100 orderConfirmed'],
  ['全款预付', '100 orderConfirmed'],
  ['100% 预付', '100 orderConfirmed'],
  ['款到发货', '100 beforeShipment'],
  ['货到付款', '100 delivered'],
  ['Cash on delivery', '100 delivered'],
  ['货到30天付款', '100 delivered+30'],
  ['验收合格后付款', '100 inspectionPassed'],
  ['L/C at sight', '100 shipped'],
  ['T/T 30 days', '100 invoice+30'],
  ['net 30', '100 invoice+30'],
  ['O/A 60 days', '100 invoice+60'],
  ['60 days after B/L date', '100 shipped+60'],
  ['开票后30天', '100 invoice+30'],
  ['账期60天', '100 delivered+60'],
  ['月结30天', '100 delivered+30 monthEnd'],
  ['月结３０天', '100 delivered+30 monthEnd'],
])('%s', (text, expected) => {
  expect(say(text)).toBe(expected);
});

test.each([
  '',
  '—',
  'TBD',
  '面议',
  'T/T',
  '100%',
  '30 days',
  '40/60',
  '30/30/40',
  '2/10 net 30',
  'D/P at sight',
  '到付',
  '月结',
  '担保交易',
  '30% deposit, 60% before shipment',
  '30% deposit, 80% before shipment',
  '30% 定金，60% 发货前，10% 质保金',
  '30% deposit, 70% before shipment, subject to credit approval',
  'we will see about payment before shipment',
])('not understood, so not guessed: %s', (text) => {
  expect(parsePaymentTerms(text)).toBeNull();
});

test('whatever is typed gives a schedule of 100 % or nothing, at once', () => {
  const word = fc.constantFrom(
    '30%',
    '70%',
    '100%',
    'deposit',
    'before shipment',
    '月结',
    '30天',
    '定金',
    ',',
    '余款',
    '发货前',
    '/',
    'tt',
    '30',
    'days',
    'net',
    '货到',
    'x',
  );
  law(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
        fc.string({ maxLength: 2000 }),
      ),
      (text) => {
        const read = parsePaymentTerms(text);
        if (read !== null) expect(milestoneFault(read)).toBeNull();
      },
    ),
  );
});
