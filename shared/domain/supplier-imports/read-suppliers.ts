import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { readDate } from '../imports/terms.ts';
import { columnLetter, compact, hasHan, normalise, tidy } from '../imports/text.ts';
import type { SheetGrid } from '../imports/types.ts';
import { provinceIn } from '../suppliers/provinces.ts';
import { checkUscc, normaliseUscc } from '../suppliers/uscc.ts';
import type { BusinessKind, Tier } from '../suppliers/words.ts';
import type { SupplierColumnRole, SupplierMapping } from './columns.ts';

/** `noName`, `tooLong` and `webAddress` keep a row out; with the others only the cell is left out, or taken with a word of caution. */
export const SUPPLIER_PROBLEMS = [
  'noName',
  'tooLong',
  'webAddress',
  'creditCode',
  'unknownProvince',
  'unknownTier',
  'unknownKind',
  'badDate',
  'dayAssumed',
  'inFuture',
  'badCount',
] as const;
export type SupplierProblemCode = (typeof SUPPLIER_PROBLEMS)[number];
const REFUSING: ReadonlySet<SupplierProblemCode> = new Set(['noName', 'tooLong', 'webAddress']);

export interface SupplierProblem {
  readonly severity: 'refused' | 'warning';
  /** In the sheet's own numbering. */
  readonly row: number;
  /** Letter of the column; null when the whole row is meant. */
  readonly column: string | null;
  readonly header: string | null;
  readonly code: SupplierProblemCode;
  readonly data: Readonly<Record<string, string | number>>;
}

/** One row as it can be stored; what the sheet does not say is empty or null. */
export interface ReadSupplier {
  readonly row: number;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly contactName: string;
  readonly phone: string;
  readonly wechat: string;
  readonly email: string;
  readonly region: string;
  readonly shopUrl: string;
  readonly notes: string;
  readonly province: string;
  readonly businessKind: BusinessKind | null;
  readonly tier: Tier | null;
  readonly memberSince: CalendarDate | null;
  readonly uscc: string;
  readonly licenceName: string;
  readonly legalPerson: string;
  readonly capacity: Capacity;
  readonly tags: readonly string[];
}

/** Whole pieces a month, lines, people and square metres; null when the sheet does not say. */
export interface Capacity {
  readonly monthlyPieces: number | null;
  readonly productionLines: number | null;
  readonly staff: number | null;
  readonly areaM2: number | null;
}

export interface ReadSuppliers {
  readonly suppliers: readonly ReadSupplier[];
  readonly problems: readonly SupplierProblem[];
  /** Rows below the titles that are not blank. */
  readonly rowsRead: number;
}

/** As the procedures take them, in characters. */
const LENGTHS: Readonly<Partial<Record<SupplierColumnRole, number>>> = {
  phone: 60,
  wechat: 100,
  email: 200,
  uscc: 60,
  shopUrl: 2_000,
  notes: 10_000,
};
const NAME_LENGTH = 300;
/** A hundred million: more pieces, people or square metres are a slip of the pen. */
const MOST = 100_000_000;

/** Reads every row below the titles. A row is left out only for what would make it no supplier; all else is named cell by cell. */
export function readSuppliers(grid: SheetGrid, mapping: SupplierMapping, today: CalendarDate): ReadSuppliers {
  const first = mapping.headerRow - grid.firstRowNumber + 1;
  const headers = grid.rows[first - 1] ?? [];
  const suppliers: ReadSupplier[] = [];
  const problems: SupplierProblem[] = [];
  let rowsRead = 0;
  for (let index = first; index < grid.rows.length; index++) {
    const cells = grid.rows[index] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    rowsRead += 1;
    const reader = new RowReader(cells, headers, mapping, index + grid.firstRowNumber);
    const read = reader.read(today);
    problems.push(...reader.problems.toSorted(byColumn));
    if (!reader.problems.some(({ severity }) => severity === 'refused')) suppliers.push(read);
  }
  return { suppliers, problems, rowsRead };
}

/** Problems of one row come from left to right, what concerns the whole row first. */
function byColumn({ column: a }: SupplierProblem, { column: b }: SupplierProblem): number {
  const [first, second] = [a ?? '', b ?? ''];
  return first.length - second.length || (first < second ? -1 : first > second ? 1 : 0);
}

class RowReader {
  readonly problems: SupplierProblem[] = [];
  readonly #cells: readonly string[];
  readonly #headers: readonly string[];
  readonly #mapping: SupplierMapping;
  readonly #row: number;

  constructor(cells: readonly string[], headers: readonly string[], mapping: SupplierMapping, row: number) {
    this.#cells = cells;
    this.#headers = headers;
    this.#mapping = mapping;
    this.#row = row;
  }

  read(today: CalendarDate): ReadSupplier {
    const name = this.#text('name');
    const nameZh = this.#text('nameZh') || (hasHan(name) ? name : '');
    const nameEn = this.#text('nameEn') || (hasHan(name) ? '' : name);
    if (nameZh === '' && nameEn === '') this.#report('noName', null);
    const [typedProvince, city, typedRegion] = [this.#text('province'), this.#text('city'), this.#text('region')];
    // A sheet with a column for the province leaves it open where that is empty.
    const province = provinceIn(this.#has('province') ? typedProvince : typedRegion);
    if (typedProvince !== '' && province === null) this.#report('unknownProvince', 'province', { text: typedProvince });
    return {
      row: this.#row,
      nameEn,
      nameZh,
      contactName: this.#text('contactName'),
      phone: this.#text('phone'),
      wechat: this.#text('wechat'),
      email: this.#text('email'),
      region: typedRegion || this.#place(province === null ? typedProvince : '', typedProvince, city),
      shopUrl: this.#webAddress(),
      notes: this.#all('notes', '\n', 10_000),
      province: province?.code ?? '',
      businessKind: this.#word('businessKind', 'unknownKind', businessKindOf),
      tier: this.#word('tier', 'unknownTier', tierOf),
      memberSince: this.#memberSince(today),
      uscc: this.#creditCode(),
      licenceName: this.#text('licenceName'),
      legalPerson: this.#text('legalPerson'),
      capacity: {
        monthlyPieces: this.#count('monthlyPieces'),
        productionLines: this.#count('productionLines'),
        staff: this.#count('staff'),
        areaM2: this.#count('areaM2'),
      },
      tags: [...new Set(splitTags(this.#all('tags', ',', 2_000)))],
    };
  }

  /** Province and city in one; a province that has a code needs no second telling. */
  #place(unknownProvince: string, province: string, city: string): string {
    if (city === '') return unknownProvince;
    const place = [province, city].filter((part) => part !== '').join(hasHan(province + city) ? '' : ', ');
    if (place.length > NAME_LENGTH) this.#report('tooLong', 'city', { most: NAME_LENGTH });
    return place;
  }

  /** A bare "shop.1688.com/…" is one too; other schemes could run or read something when opened. */
  #webAddress(): string {
    const text = this.#text('shopUrl');
    if (text === '' || /^https?:\/\//i.test(text)) return text;
    if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) return `https://${text}`;
    this.#report('webAddress', 'shopUrl', { text });
    return '';
  }

  /** Taken as it is written, in capitals; whether it is right is told here and again in the supplier's room. */
  #creditCode(): string {
    const text = this.#text('uscc');
    const { state } = checkUscc(text);
    if (state !== 'valid' && state !== 'missing') this.#report('creditCode', 'uscc', { text });
    return normaliseUscc(text);
  }

  #memberSince(today: CalendarDate): CalendarDate | null {
    const text = this.#text('memberSince');
    if (text === '') return null;
    const date = readDate(text) ?? this.#assumedDay(text);
    if (date === null) this.#report('badDate', 'memberSince', { text });
    if (date === null || date <= today) return date;
    this.#report('inFuture', 'memberSince', { text });
    return null;
  }

  /** "2015", "2015年" and "2015-06" say no day: the first one is taken, and said. */
  #assumedDay(text: string): CalendarDate | null {
    const found = /^((?:19|20)\d{2})\s*(?:[-/.年]\s*(\d{1,2})?\s*月?)?$/.exec(normalise(text));
    const date = found === null ? null : readDate(`${found[1]}-${found[2] ?? '1'}-1`);
    if (date !== null) this.#report('dayAssumed', 'memberSince', { text, date });
    return date;
  }

  #count(role: 'monthlyPieces' | 'productionLines' | 'staff' | 'areaM2'): number | null {
    const text = this.#text(role);
    if (text === '') return null;
    const count = wholeNumber(text);
    if (count === null) this.#report('badCount', role, { text });
    return count;
  }

  #word<Word>(role: SupplierColumnRole, code: SupplierProblemCode, read: (text: string) => Word | null): Word | null {
    const text = this.#text(role);
    if (text === '') return null;
    const word = read(text);
    if (word === null) this.#report(code, role, { text });
    return word;
  }

  #has(role: SupplierColumnRole): boolean {
    return this.#mapping.columns.some((column) => column.role === role);
  }

  #text(role: SupplierColumnRole): string {
    const column = this.#mapping.columns.find((one) => one.role === role);
    const text = column === undefined ? '' : tidy(unescaped(this.#cells[column.index] ?? ''));
    const most = LENGTHS[role] ?? NAME_LENGTH;
    if (text.length > most) this.#report('tooLong', role, { most });
    return text;
  }

  /** The cells of every column with the role. */
  #all(role: SupplierColumnRole, between: string, most: number): string {
    const texts = this.#mapping.columns
      .filter((column) => column.role === role)
      .map(({ index }) => unescaped(this.#cells[index] ?? '').trim())
      .filter((text) => text !== '');
    const text = texts.join(between);
    if (text.length > most) this.#report('tooLong', role, { most });
    return text;
  }

  #report(
    code: SupplierProblemCode,
    role: SupplierColumnRole | null,
    data: Record<string, string | number> = {},
  ): void {
    const column = this.#mapping.columns.find((one) => one.role === role);
    this.problems.push({
      severity: REFUSING.has(code) ? 'refused' : 'warning',
      row: this.#row,
      column: column === undefined ? null : columnLetter(column.index),
      header: column === undefined ? null : (this.#headers[column.index]?.trim() ?? null),
      code,
      data: 'text' in data ? { ...data, text: String(data.text).slice(0, 120) } : data,
    });
  }
}

/** A CSV of ours, or of another careful program, holds "'+86 571 …" so that no spreadsheet runs it; the apostrophe is not part of it. */
function unescaped(cell: string): string {
  return /^'\s*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

/** A whole number: "1,200", "50000件", "5万", "about 300 people" is 300 with a unit, "200-300" is none. */
export function wholeNumber(text: string): number | null {
  const found =
    /^(?:约|大约|about|approx\.?|~)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(万|w|k)?\s*(?:\+|多)?\s*(?:pcs|pieces|people|persons|staff|lines|sqm|m2|㎡|平方米|平米|平|件|个|只|人|名|条|件\/月|个\/月|pcs\/month)?\s*$/i.exec(
      normalise(text),
    );
  if (found === null) return null;
  const [, whole = '', decimals = '', unit = ''] = found;
  const places = unit === '' ? 0 : /k/i.test(unit) ? 3 : 4;
  if (/[1-9]/.test(decimals.slice(places))) return null;
  const count = Number(whole.replaceAll(',', '') + decimals.slice(0, places).padEnd(places, '0'));
  return count <= MOST ? count : null;
}

const TIER_WORDS: ReadonlyMap<string, Tier> = wordsOf<Tier>({
  none: 'none no nobadge 无 无会员标识 普通 普通商家 无标识 非会员',
  basic: 'basic trustpass chengxintong 诚信通 诚信通会员',
  strong: 'strong strongmerchant powermerchant shili 实力商家 实力 实力商家会员',
  sourceFactory: 'sourcefactory source superfactory 源头工厂 源头厂家',
});
const KIND_WORDS: ReadonlyMap<string, BusinessKind> = wordsOf<BusinessKind>({
  factory: 'factory manufacturer maker producer 工厂 生产厂家 厂家 生产型 生产加工 制造商',
  trader: 'trader trading tradingcompany wholesaler distributor 贸易 贸易商 贸易公司 经销商 批发商 经销批发 贸易型',
  factoryAndTrader:
    'factoryandtrader factoryandtrading factorytrader both manufacturerandtrader factorytrading 工贸 工贸一体 工贸型',
});

export function tierOf(text: string): Tier | null {
  return TIER_WORDS.get(compact(text)) ?? null;
}

export function businessKindOf(text: string): BusinessKind | null {
  return KIND_WORDS.get(compact(text)) ?? null;
}

function wordsOf<Word extends string>(words: Readonly<Record<Word, string>>): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  for (const word in words) for (const title of words[word].split(' ')) found.set(compact(title), word);
  return found;
}

function splitTags(text: string): string[] {
  return text
    .split(/[,;，；、|\n]/)
    .map((tag) => tag.trim().slice(0, 60))
    .filter((tag) => tag !== '');
}
