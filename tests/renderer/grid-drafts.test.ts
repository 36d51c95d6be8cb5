import { describe, expect, it } from 'vitest';
import { quantityColumn, textColumn } from '../../renderer/ui/grid/columns.ts';
import { buildDrafts, compareDrafts, type Draft, readCellsOnce } from '../../renderer/ui/grid/drafts.ts';
import { begin, fail, finish, NOTHING_PENDING, type Pending } from '../../renderer/ui/grid/pending.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly quantity: number | null;
}
type Changes = Partial<Omit<Row, 'id'>>;

const columns = [
  textColumn<Row, Changes>({ id: 'name', title: 'Name', read: (row) => row.name, write: (name) => ({ name }) }),
  quantityColumn<Row, Changes>({
    id: 'quantity',
    title: 'Quantity',
    read: (row) => row.quantity,
    write: (quantity) => ({ quantity }),
  }),
];
const rows: Row[] = [
  { id: 'a', name: 'Straw', quantity: 10_000 },
  { id: 'b', name: 'Brush', quantity: null },
];

const shown = (pending: Pending, from: readonly Row[] = rows) =>
  buildDrafts(from, readCellsOnce(columns), pending.overlays, pending.fresh, pending.hidden, (id) => id);
const edit = (drafts: readonly Draft[], key: string, column: string, text: string) =>
  drafts.map((row) => (row.key === key ? { ...row, cells: { ...row.cells, [column]: text } } : row));
const compare = (before: readonly Draft[], after: readonly Draft[]) =>
  compareDrafts(before, after, columns, () => null);

describe('edits of a grid', () => {
  it('send a pasted range as one batch, with only what changed', () => {
    const before = shown(NOTHING_PENDING);
    const after = edit(edit(edit(before, 'a', 'quantity', '5'), 'b', 'quantity', '7'), 'b', 'name', 'Brush');
    const { batch } = compare(before, after);
    expect(batch).toEqual({
      created: [],
      updated: [
        { id: 'a', changes: { quantity: 50_000 } },
        { id: 'b', changes: { quantity: 70_000 } },
      ],
      removed: [],
    });
  });

  it('keep a text that cannot be read, explain it, and send the rest', () => {
    const before = shown(NOTHING_PENDING);
    const after = edit(edit(before, 'a', 'quantity', 'many'), 'b', 'quantity', '7');
    const difference = compare(before, after);
    expect(difference.batch.updated).toEqual([{ id: 'b', changes: { quantity: 70_000 } }]);
    const pending = finish(begin(NOTHING_PENDING, difference, 1), difference.batch, [], 1);
    expect(pending.overlays.a?.quantity?.problem).toEqual({ code: 'number', text: 'many' });
    expect(shown(pending)[0]?.cells.quantity).toBe('many');
    expect(shown(pending)[1]?.cells.quantity).toBe('');
  });

  it('create a new row once it says something readable, at its place', () => {
    const before = shown(NOTHING_PENDING);
    const blank: Draft = { key: 'new', id: null, cells: {}, saving: false };
    const withBlank = [...before.slice(0, 1), blank, ...before.slice(1)];
    const first = compare(before, withBlank);
    expect(first.batch.created).toEqual([]);
    const waiting = begin(NOTHING_PENDING, first, 1);
    const filled = edit(shown(waiting), 'new', 'quantity', '3');
    const second = compare(shown(waiting), filled);
    expect(second.batch.created).toEqual([{ key: 'new', position: 1, changes: { quantity: 30_000 } }]);
    const sending = begin(waiting, second, 2);
    expect(shown(sending).map((row) => [row.key, row.saving])).toEqual([
      ['a', false],
      ['new', true],
      ['b', false],
    ]);
    const done = finish(sending, second.batch, ['c'], 2);
    const arrived = [rows[0], { id: 'c', name: '', quantity: 30_000 }, rows[1]].filter((row) => row !== undefined);
    expect(shown(done, arrived).map((row) => row.id)).toEqual(['a', 'c', 'b']);
  });

  it('create a new row without the cell that cannot be read, and keep that cell marked', () => {
    const typed: Draft = { key: 'new', id: null, cells: { name: 'Cup', quantity: 'many' }, saving: false };
    const difference = compare([], [typed]);
    expect(difference.batch.created).toEqual([{ key: 'new', position: 0, changes: { name: 'Cup' } }]);
    const done = finish(begin(NOTHING_PENDING, difference, 1), difference.batch, ['c'], 1);
    const arrived = buildDrafts(
      [{ id: 'c', name: 'Cup', quantity: null }],
      readCellsOnce(columns),
      done.overlays,
      done.fresh,
      done.hidden,
      () => 'new',
    );
    expect(arrived).toEqual([{ key: 'new', id: 'c', cells: { name: 'Cup', quantity: 'many' }, saving: false }]);
    expect(done.overlays.new?.quantity?.problem).toEqual({ code: 'number', text: 'many' });
  });

  it('do not send a new row twice while it is on its way', () => {
    const before: Draft[] = [{ key: 'new', id: null, cells: { name: 'Cup' }, saving: true }];
    const { batch } = compare(before, edit(before, 'new', 'quantity', '3'));
    expect(batch.created).toEqual([]);
  });

  it('keep the text marked when saving failed, and bring removed rows back', () => {
    const before = shown(NOTHING_PENDING);
    const after = edit(before, 'a', 'name', 'Spoon').filter((row) => row.id !== 'b');
    const difference = compare(before, after);
    expect(difference.batch.removed).toEqual(['b']);
    const sending = begin(NOTHING_PENDING, difference, 1);
    expect(shown(sending).map((row) => row.id)).toEqual(['a']);
    const failed = fail(sending, difference.batch, 1);
    expect(shown(failed).map((row) => row.cells.name)).toEqual(['Spoon', 'Brush']);
    expect(failed.overlays.a?.name?.problem).toEqual({ code: 'notSaved' });
  });
});
