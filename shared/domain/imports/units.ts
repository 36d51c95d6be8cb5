import { normalise } from './text.ts';

/** Normal form of each unit and the ways it is written; lower case, without a final dot. */
const SPELLINGS: Readonly<Record<string, string>> = {
  pcs: 'pcs pc pce pces piece pieces ea each eaches unit units no nos number item items 件 个 只 支 枚 颗 粒 块 条 根 片 把 台 部 顶 朵 盏 具',
  pair: 'pair pairs pr prs 双 对 副',
  set: 'set sets st kit kits 套 组 套装 副套',
  dozen: 'dozen dozens doz dz dzn 打',
  gross: 'gross gro 罗',
  hundred: 'hundred 百 百个 百件 百只',
  thousand: 'thousand mille kpcs 千 千个 千只 千件 千支',
  tenThousand: '万 万个 万只 万件 万支',
  carton: 'carton cartons ctn ctns case cases 箱 整箱',
  box: 'box boxes bx 盒',
  bag: 'bag bags 袋',
  pack: 'pack packs pk pkt packet packets pkg package packages 包',
  bundle: 'bundle bundles bdl 扎 捆 束',
  bottle: 'bottle bottles btl 瓶',
  can: 'can cans tin tins 罐 听',
  drum: 'drum drums barrel bbl 桶',
  roll: 'roll rolls rl 卷 筒',
  reel: 'reel reels 盘',
  sheet: 'sheet sheets sht 张 幅',
  plate: 'plate plates 板',
  pallet: 'pallet pallets plt 托 栈板 托盘',
  container: 'container containers 柜',
  t: 't mt tonne tonnes metricton metrictons 吨 公吨',
  ton: 'ton tons tn shortton shorttons',
  kg: 'kg kgs kilo kilos kilogram kilograms 公斤 千克',
  g: 'g gr gram grams gm 克',
  jin: '斤 市斤',
  liang: '两',
  lb: 'lb lbs pound pounds 磅',
  oz: 'oz ounce ounces 盎司',
  cwt: 'cwt',
  m: 'm meter meters metre metres mtr mtrs lm rm 米 延米 延长米',
  cm: 'cm 厘米 公分',
  mm: 'mm 毫米',
  km: 'km 公里 千米',
  yd: 'yd yds yard yards ly 码',
  ft: 'ft foot feet lf lft linft lnft linearfoot linearfeet 英尺',
  in: 'in inch inches 英寸 寸',
  mi: 'mi mile miles 英里',
  sta: 'sta station stations',
  m2: 'm2 m^2 sqm sm squaremeter squaremetre squaremeters squaremetres 平方 平方米 平米',
  ft2: 'ft2 sf sft sqft squarefoot squarefeet 平方英尺',
  yd2: 'yd2 sy sqyd sqyds syd squareyard squareyards 平方码',
  ha: 'ha hectare hectares 公顷',
  acre: 'acre acres ac acr 英亩',
  mu: '亩',
  m3: 'm3 m^3 cbm cum cubicmeter cubicmetre cubicmeters cubicmetres 立方 立方米 方',
  ft3: 'ft3 cf cft cuft cubicfoot cubicfeet 立方英尺',
  yd3: 'yd3 cy cuyd cuyds cyd cubicyard cubicyards 立方码',
  l: 'l lt ltr ltrs liter liters litre litres 升 公升',
  ml: 'ml 毫升',
  gal: 'gal gals gallon gallons mgal 加仑',
  h: 'h hr hrs hour hours mh manhour manhours 小时 工时 时',
  day: 'day days dy d 天 日 工日 台班',
  week: 'week weeks wk wks 周',
  month: 'month months mo mon mth 月 个月',
  year: 'year years yr 年',
  lumpSum: 'ls l/s lsum lumpsum lump job jobs lot lots sum allowance allow 项 批 批次 式 次 宗 笔',
  time: 'time times occurrence',
  percent: '% percent pct 百分比',
  dollar: 'dollar dollars dol usd $',
  mbf: 'mbf mfbm',
  tree: 'tree trees 棵 株',
};

const CODES: ReadonlyMap<string, string> = buildCodes();

/**
 * The normal form of a unit as typed ("件", "PCS", "each" are all "pcs"; DOMAIN 1 UoM), null when we do not know it. Case, blanks and
 * dots do not matter. Normal forms are only compared; conversion is a matter of the item.
 */
export function unitCode(typed: string): string | null {
  const text = normalise(typed)
    .toLowerCase()
    .replace(/^\/|^per /, '');
  const joined = text.replace(/[\s.,\-_()]/g, '');
  const direct = CODES.get(text) ?? CODES.get(joined) ?? CODES.get(text.replace(/\./g, ''));
  if (direct !== undefined) return direct;
  // "PCS(件)", "件/pcs": both halves must mean the same
  const halves = text
    .split(/[/()]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (halves.length < 2) return null;
  const codes = new Set(halves.map((part) => CODES.get(part) ?? null));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : null;
}

function buildCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const [code, spellings] of Object.entries(SPELLINGS)) {
    codes.set(code.toLowerCase(), code);
    for (const spelling of spellings.split(' ')) if (!codes.has(spelling)) codes.set(spelling, code);
  }
  return codes;
}
