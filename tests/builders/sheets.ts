/** A wide sheet: one row per item, one price column per supplier, every cell filled with a price of its own. */
export function buildWideCsv({ items, suppliers }: { items: number; suppliers: number }): string {
  const names = Array.from({ length: suppliers }, (_, index) => `Supplier ${String(index + 1).padStart(3, '0')} Ltd`);
  const header = ['Line', 'Description', 'Unit', 'Quantity', ...names.map((name) => `${name} unit price`)].join(',');
  const rows = Array.from({ length: items }, (_, row) => {
    const prices = names.map((_name, column) => ((1_000 + row * 37 + column * 11) / 100).toFixed(2));
    return [String(row + 1).padStart(4, '0'), `Part ${row + 1}`, 'pcs', String(100 + row), ...prices].join(',');
  });
  return `${[header, ...rows].join('\r\n')}\r\n`;
}

/** A long sheet: one row per supplier and item. */
export function buildLongCsv({ items, suppliers }: { items: number; suppliers: number }): string {
  const rows = [
    'Supplier,Line,Description,Unit,Quantity,Unit price,MOQ,Lead time,Payment terms,Currency,Valid until,Notes',
  ];
  for (let item = 0; item < items; item += 1) {
    for (let supplier = 0; supplier < suppliers; supplier += 1) {
      const price = ((1_000 + item * 37 + supplier * 11) / 100).toFixed(2);
      rows.push(
        `Supplier ${supplier + 1} Ltd,${item + 1},Part ${item + 1},pcs,${100 + item},${price},50,30,30/70,USD,2027-12-31,`,
      );
    }
  }
  return `${rows.join('\n')}\n`;
}
