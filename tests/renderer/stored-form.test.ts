import { describe, expect, it } from 'vitest';
import { rebase } from '../../renderer/app/stored-form.ts';

const base = { name: 'Acme', address: 'Old street', note: '' };

describe('a form whose record is saved by somebody else meanwhile', () => {
  it('takes over what they changed and keeps what is typed', () => {
    const typed = { ...base, note: 'call first' };
    const stored = { ...base, address: 'New street' };
    expect(rebase(base, typed, stored)).toEqual({ name: 'Acme', address: 'New street', note: 'call first' });
  });

  it('rests on the old version where both changed the same field', () => {
    expect(rebase(base, { ...base, name: 'Acme Ltd' }, { ...base, name: 'Acme GmbH' })).toBeNull();
  });

  it('sees no conflict in the same change', () => {
    const both = { ...base, name: 'Acme Ltd' };
    expect(rebase(base, both, both)).toEqual(both);
  });
});
