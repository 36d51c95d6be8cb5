import { nameLanguage } from './terms.ts';
import { nameKey, tidy } from './text.ts';
import type { ImportedItem } from './types.ts';
import { unitCode } from './units.ts';

/** The item columns of one row, as typed. */
export interface ItemCells {
  lineNo: string;
  name: string;
  nameZh: string;
  nameEn: string;
  specification: string;
  unit: string;
  quantity: number | null;
  note: string;
}

/**
 * The items of a sheet. Two rows speak of the same item when line number, name, specification, unit and quantity agree; the same line
 * number with anything else different is another item.
 */
export class ItemBook {
  readonly items: ImportedItem[] = [];
  private readonly byIdentity = new Map<string, number>();
  private readonly texts = new Map<string, number>();
  private readonly firstOfLineNo = new Map<string, ImportedItem>();
  private readonly units = new Map<string, string | null>();

  /** Position of the item of these cells, `occurrence` times repeated; a new one is entered, and `clash` names the row that had its line number. */
  find(cells: ItemCells, row: number, occurrence: number): { at: number; clash: number | null } {
    const { lineNo, name, nameZh, nameEn, specification, unit, quantity } = cells;
    const names = nameZh === '' && nameEn === '' ? '' : `${this.numberOf(nameZh)},${this.numberOf(nameEn)}`;
    const identity = `${this.numberOf(lineNo)},${this.numberOf(name)},${names},${this.numberOf(specification)},${this.numberOf(unit)},${quantity},${occurrence}`;
    const known = this.byIdentity.get(identity);
    if (known !== undefined) return { at: known, clash: null };
    const item = this.enter(cells, row);
    this.byIdentity.set(identity, this.items.length - 1);
    let clash: number | null = null;
    if (item.lineNo !== null && occurrence === 1) {
      const first = this.firstOfLineNo.get(item.lineNo);
      if (first === undefined) this.firstOfLineNo.set(item.lineNo, item);
      else clash = first.row;
    }
    return { at: this.items.length - 1, clash };
  }

  /** The unit's normal form; null when it is missing or unknown. */
  unitCode(unit: string): string | null {
    if (unit === '') return null;
    let code = this.units.get(unit);
    if (code === undefined) {
      code = unitCode(unit);
      this.units.set(unit, code);
    }
    return code;
  }

  /** Equal for texts that count as the same: small numbers make short identities. */
  private numberOf(text: string): number {
    let number = this.texts.get(text);
    if (number === undefined) {
      const key = nameKey(text);
      number = this.texts.get(key) ?? this.texts.size;
      this.texts.set(key, number);
      if (key !== text) this.texts.set(text, number);
    }
    return number;
  }

  private enter(cells: ItemCells, row: number): ImportedItem {
    const language = nameLanguage(cells.name);
    const item: ImportedItem = {
      key: `item${this.items.length + 1}`,
      row,
      lineNo: orNull(cells.lineNo),
      nameZh: orNull(cells.nameZh) ?? (language === 'zh' ? orNull(cells.name) : null),
      nameEn: orNull(cells.nameEn) ?? (language === 'en' ? orNull(cells.name) : null),
      specification: orNull(cells.specification),
      unit: orNull(cells.unit),
      unitCode: this.unitCode(cells.unit),
      quantity: cells.quantity,
      note: orNull(cells.note),
    };
    this.items.push(item);
    return item;
  }
}

function orNull(text: string): string | null {
  const clean = tidy(text);
  return clean === '' ? null : clean;
}
