import { describe, expect, it } from 'vitest';
import { readSheetContent, readSheetNames } from '../../../electron/exchange/read/read-sheet.ts';
import { findTable } from '../../../shared/domain/imports/find-table.ts';
import { guessMapping } from '../../../shared/domain/imports/guess-mapping.ts';
import { readRows } from '../../../shared/domain/imports/read-rows.ts';
import { buildXlsx, buildZip, xlsxParts } from './files.ts';

describe('cells of an XLSX', () => {
  it('come as the text the sheet holds, in their own rows', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;¥&quot;#,##0.00"/></numFmts>' +
      '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs>';
    const body = `<sheetData>
      <row r="2">
        <c r="A2" t="s"><v>0</v></c><c r="B2"><v>0.30000000000000004</v></c><c r="C2"><v>2.2999999999999998</v></c>
        <c r="D2"><v>1E-7</v></c><c r="E2"><v>1234567890123</v></c><c r="F2" s="1"><v>46096</v></c><c r="G2" s="2"><v>46096.5</v></c>
      </row>
      <row r="4">
        <c r="A4" t="b"><v>1</v></c><c r="B4"><f>1+1</f><v>2</v></c><c r="C4" t="str"><f>"x"</f><v>x &amp; y</v></c>
        <c r="D4" t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r></is></c><c r="E4" s="3"><v>1234.5</v></c>
        <c r="F4" t="e"><v>#N/A</v></c><c r="G4" s="3"/><c r="H4" s="3"/>
      </row>
      <row r="9"><c r="A9" s="3"/></row>
    </sheetData>`;
    const bytes = buildZip(
      xlsxParts(
        [
          { name: '说明', body: '<sheetData/>' },
          { name: 'A &amp; B', body },
        ],
        '<si><t>金属 吸管</t></si>',
        styles,
      ),
    );
    expect(await readSheetNames(bytes)).toEqual(['说明', 'A & B']);
    const { grid, sheets, format, encoding } = await readSheetContent(bytes, { sheet: 'A & B' });
    expect({ sheets, format, encoding }).toEqual({ sheets: ['说明', 'A & B'], format: 'xlsx', encoding: null });
    expect(grid).toEqual({
      name: 'A & B',
      firstRowNumber: 1,
      numbers: 'typed',
      rows: [
        [],
        ['金属 吸管', '0.3', '2.3', '0.0000001', '1234567890123', '2026-03-15', '2026-03-15 12:00'],
        [],
        ['TRUE', '2', 'x & y', 'rich text', '1234.5', '#N/A'],
      ],
    });
    expect((await readSheetContent(bytes, { sheet: '说明' })).grid.rows).toEqual([]);
    // without a choice the first sheet that holds anything is taken
    expect((await readSheetContent(bytes)).grid.name).toBe('A & B');
    await expect(readSheetContent(bytes, { sheet: 'none' })).rejects.toMatchObject({ code: 'unknownSheet' });
  });

  it('merged title rows above the header are skipped, true row numbers kept', async () => {
    const bytes = buildXlsx(
      [
        ['2026年3月金属吸管供应商报价对比表'],
        ['项目：餐饮用品', null, null, null, '币种：人民币', null, '日期：2026-03-05'],
        [],
        [
          '序号',
          '品名',
          '规格',
          '单位',
          '数量',
          '宏达五金 含税单价',
          '宏达五金 金额',
          '永利制品 含税单价',
          '永利制品 金额',
          '预算 单价',
        ],
        [1, '金属吸管', '6×215mm', '支', 10000, 0.85, 8500, 1.234, 12340, 0.9],
        [2, '清洁刷', null, '把', 2000, 0.1, 200.01, '面议', null, 0.25],
        ['合计', null, null, null, null, null, 8700.01, null, 12340],
      ],
      ['A1:J1', 'A2:D2', 'E2:F2'],
    );
    const { grid } = await readSheetContent(bytes);
    const extent = findTable(grid);
    expect(extent).toMatchObject({
      headerRow: 4,
      headerRows: 1,
      firstDataRow: 5,
      lastDataRow: 6,
      totalRows: [7],
      titleRows: [1, 2],
    });
    const table = readRows(grid, guessMapping(grid, extent).mapping);
    expect(
      table.items.map(({ lineNo, nameZh, unitCode, quantity }) => ({ lineNo, nameZh, unitCode, quantity })),
    ).toEqual([
      { lineNo: '1', nameZh: '金属吸管', unitCode: 'pcs', quantity: 100_000_000 },
      { lineNo: '2', nameZh: '清洁刷', unitCode: 'pcs', quantity: 20_000_000 },
    ]);
    expect(
      table.quotes.map(({ supplierName, isEstimate, currency, taxBasis, lines }) => [
        supplierName,
        isEstimate,
        currency,
        taxBasis,
        lines.map((line) => line.unitPrice),
      ]),
    ).toEqual([
      ['宏达五金', false, 'CNY', 'included', [850_000, 100_000]],
      // a number cell of 1.234 is never a thousand
      ['永利制品', false, 'CNY', 'included', [1_234_000]],
      ['预算', true, 'CNY', 'unknown', [900_000, 250_000]],
    ]);
    expect(table.problems.map(({ row, column, code, data }) => ({ row, column, code, data }))).toEqual([
      { row: 6, column: 'G', code: 'totalMismatch', data: { expected: '200.00', stated: '200.01' } },
      { row: 6, column: 'H', code: 'noPriceGiven', data: { text: '面议' } },
      {
        row: 7,
        column: 'G',
        code: 'sheetTotalMismatch',
        data: { stated: '8700.01', expected: '8700.00', supplier: '宏达五金' },
      },
    ]);
  });
});
