import { describe, expect, test } from 'vitest';
import { draftOf, readDraft, withAnother } from '../../../renderer/features/quotes/payment-draft.ts';
import { parsePaymentTerms } from '../../../shared/domain/payments/parse-terms.ts';

const read = (...rows: readonly (readonly [string, string])[]) =>
  readDraft(rows.map(([percent, days], key) => ({ key, percent, anchor: 'delivered', days })));

describe('instalments as typed', () => {
  test('begin with what the text is understood as, and are read back as the same', () => {
    const understood = parsePaymentTerms('30% deposit, 70% before shipment') ?? [];
    expect(readDraft(draftOf(understood))).toEqual({
      ok: true,
      payments: [
        { percentBp: 3_000, anchor: 'orderConfirmed', offsetDays: 0 },
        { percentBp: 7_000, anchor: 'beforeShipment', offsetDays: 0 },
      ],
    });
  });

  test('must make up the whole to the hundredth of a percent', () => {
    expect(read(['33.33', '0'], ['66.66', '30'])).toEqual({ ok: false, fault: { code: 'sum', percentBp: 9_999 } });
    expect(read(['33.33', ''], ['66.67 %', '３０'])).toMatchObject({ ok: true });
  });

  test('name the instalment that is wrong', () => {
    expect(read(['50', '0'], ['0', '0'])).toEqual({ ok: false, fault: { code: 'percent', row: 2 } });
    expect(read(['half', '0'], ['50', '0'])).toEqual({ ok: false, fault: { code: 'percent', row: 1 } });
    expect(read(['50', '0'], ['50', '-3'])).toEqual({ ok: false, fault: { code: 'days', row: 2 } });
    expect(read()).toEqual({ ok: false, fault: { code: 'none' } });
  });

  test('one more takes what is open', () => {
    const first = withAnother([]);
    expect(first).toMatchObject([{ percent: '100', anchor: 'orderConfirmed' }]);
    const halved = first.map((one) => ({ ...one, percent: '12.5' }));
    expect(withAnother(halved)[1]).toMatchObject({ percent: '87.5', anchor: 'beforeShipment' });
  });
});
