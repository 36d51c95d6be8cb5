import { compact } from '../imports/text.ts';
import type { SheetGrid } from '../imports/types.ts';

/** What a column of a supplier sheet can hold. `name` takes either language; `region` is the place as typed. */
export const SUPPLIER_COLUMN_ROLES = [
  'ignore',
  'name',
  'nameZh',
  'nameEn',
  'province',
  'city',
  'region',
  'contactName',
  'phone',
  'wechat',
  'email',
  'shopUrl',
  'businessKind',
  'tier',
  'memberSince',
  'uscc',
  'licenceName',
  'legalPerson',
  'monthlyPieces',
  'productionLines',
  'staff',
  'areaM2',
  'tags',
  'notes',
] as const;
export type SupplierColumnRole = (typeof SUPPLIER_COLUMN_ROLES)[number];

export interface SupplierColumn {
  /** Zero-based position in the sheet: 0 is column A. */
  readonly index: number;
  readonly role: SupplierColumnRole;
}

/** How a sheet of suppliers is to be read. JSON-serialisable. */
export interface SupplierMapping {
  /** In the sheet's own numbering. */
  readonly headerRow: number;
  readonly columns: readonly SupplierColumn[];
}

/** Titles per role as `compact` gives them: lower case, letters and digits only. */
const TITLES: Readonly<Record<Exclude<SupplierColumnRole, 'ignore'>, string>> = {
  name: 'supplier suppliers suppliername vendor vendorname company companyname firm factory factoryname manufacturer name shop shopname store storename 供应商 供应商名称 供应商全称 供货商 供货商名称 公司 公司名称 公司全称 企业 企业名称 厂家 厂家名称 工厂 工厂名称 厂商 厂商名称 店铺 店铺名称 店名 商家 商家名称 单位名称 名称',
  nameZh:
    'chinesename namezh namecn namechinese suppliernamezh suppliernamecn companynamechinese suppliernamechinese suppliercn namechinese 中文名 中文名称 公司中文名 公司中文名称 供应商中文名 供应商中文名称 名称中文',
  nameEn:
    'englishname nameen nameenglish suppliernameen companynameenglish suppliernameenglish supplieren 英文名 英文名称 公司英文名 公司英文名称 供应商英文名 供应商英文名称 名称英文',
  province: 'province state provincestate 省 省份 所在省 所在省份 省市 省区 省市区 省自治区直辖市',
  city: 'city town cityarea 市 城市 所在城市 地级市 所在市 市县',
  region: 'region area location address place 地区 地址 所在地 所在地区 产地 货源地 发货地 厂址 详细地址 公司地址 区域',
  contactName:
    'contact contacts contactperson contactname person salesperson sales 联系人 联系人姓名 业务员 业务联系人 对接人 销售 联系人员',
  phone:
    'phone phonenumber phoneno tel telephone telno mobile mobilephone mobilenumber cell contactphone contactnumber 电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 座机 联系手机 联系人电话',
  wechat: 'wechat wechatid weixin wx 微信 微信号 wx号',
  email: 'email emailaddress mail 邮箱 电子邮箱 电子邮件 邮件 email邮箱 邮箱地址',
  shopUrl:
    'shoplink shopurl storelink storeurl url link website web webaddress shop1688 1688link 1688shop 1688url 店铺链接 店铺网址 店铺地址 网址 链接 网店 1688链接 1688店铺 1688店铺链接 旺铺 旺铺链接 旺铺地址 官网 主页',
  businessKind:
    'businesskind businesstype companytype suppliertype type kind 经营模式 企业类型 公司类型 供应商类型 类型 性质 企业性质 工厂贸易',
  tier: 'tier platformtier level membership platformlevel membershiplevel badge 等级 平台等级 会员等级 店铺等级 会员类型 商家等级 平台身份 标识 商家类型',
  memberSince:
    'membersince joined joinedon since memberfrom membersincedate registeredon 入驻时间 入驻日期 入驻 成为会员 会员起始 会员起始日 开店时间 诚信通开通时间 诚信通起始日 加入时间 入会时间',
  uscc: 'creditcode uscc unifiedsocialcreditcode socialcreditcode registrationnumber licencenumber licensenumber businesslicenceno businesslicenseno usci 统一社会信用代码 信用代码 社会信用代码 税号 营业执照号 营业执照号码 执照号 纳税人识别号 统一信用代码',
  licenceName:
    'licencename licensename nameonlicence nameonlicense registeredname legalname 执照名称 营业执照名称 工商名称 注册名称 主体名称',
  legalPerson: 'legalperson legalrepresentative representative 法人 法人代表 法定代表人 法定代表',
  monthlyPieces:
    'monthlycapacity monthlyoutput capacitymonth capacitypermonth piecespermonth monthlypieces capacity output 月产能 月产量 产能 产量 每月产能 月产能件 月生产能力',
  productionLines: 'productionlines lines numberoflines 生产线 产线 生产线数 生产线数量 产线数 产线数量',
  staff:
    'staff employees workers headcount numberofemployees staffcount 员工 员工数 人数 员工人数 工人数 职工人数 员工数量',
  areaM2:
    'area㎡ aream2 factoryarea floorarea plantarea floorspace sitearea factoryaream2 厂房面积 面积 占地面积 建筑面积 厂区面积 厂房面积m2 面积m2 厂房面积平方米',
  tags: 'tags tag label labels category categories maincategory mainproducts products 标签 分类 类别 品类 主营 主营产品 主营类目 类目',
  notes: 'notes note remark remarks comment comments memo 备注 说明 附注 备注说明',
};

const ROLE_OF = new Map<string, SupplierColumnRole>(
  SUPPLIER_COLUMN_ROLES.flatMap((role) =>
    role === 'ignore' ? [] : TITLES[role].split(' ').map((title) => [compact(title), role] as const),
  ),
);

/** How many rows from the top are searched for the titles. */
const SEARCHED_ROWS = 40;

/** The role that a column's title names, in English, Chinese or both ("供应商 Supplier", "电话/Phone"); null when it names none. */
export function supplierRoleOf(title: string): SupplierColumnRole | null {
  const whole = ROLE_OF.get(compact(title));
  if (whole !== undefined) return whole;
  // What stands in brackets, and the words of either language alone.
  const parts = [
    title.replaceAll(/[(（【[].*?[)）】\]]/gu, ' '),
    title.replaceAll(/\P{Script=Han}+/gu, ''),
    title.replaceAll(/\p{Script=Han}+/gu, ' '),
    ...title.split(/[/|\n,，、]/),
  ];
  for (const part of parts) {
    const role = ROLE_OF.get(compact(part));
    if (role !== undefined) return role;
  }
  return null;
}

/**
 * Finds the row of titles and says what each column holds. The row with the most known titles is taken, the first filled one when none is
 * known. Of two columns with one role the first keeps it, but for tags and notes, which add up. `asked`: the row the user points at.
 */
export function guessSupplierMapping(
  grid: SheetGrid,
  asked: number | null,
): { mapping: SupplierMapping; headers: string[] } {
  const at = asked === null ? titleRow(grid) : Math.max(0, asked - grid.firstRowNumber);
  const headers = (grid.rows[at] ?? []).map((cell) => cell.trim());
  const width = Math.max(headers.length, ...grid.rows.slice(at, at + SEARCHED_ROWS).map((row) => row.length));
  const used = new Set<SupplierColumnRole>();
  const columns = Array.from({ length: width }, (_, index): SupplierColumn => {
    const role = supplierRoleOf(headers[index] ?? '') ?? 'ignore';
    const free = role === 'tags' || role === 'notes' || !used.has(role);
    used.add(role);
    return { index, role: free ? role : 'ignore' };
  });
  return {
    mapping: { headerRow: at + grid.firstRowNumber, columns },
    headers: columns.map(({ index }) => headers[index] ?? ''),
  };
}

/** The mapping with another role for one column. The column that had the role gives it up, but for tags and notes, which add up. */
export function withRole(mapping: SupplierMapping, index: number, role: SupplierColumnRole): SupplierMapping {
  const alone = role !== 'ignore' && role !== 'tags' && role !== 'notes';
  const columns = mapping.columns.map((column) => {
    if (column.index === index) return { index, role };
    return alone && column.role === role ? { index: column.index, role: 'ignore' as const } : column;
  });
  return { ...mapping, columns };
}

/** A supplier needs a name; without such a column no row can be taken. */
export function namesSuppliers({ columns }: SupplierMapping): boolean {
  return columns.some(({ role }) => role === 'name' || role === 'nameZh' || role === 'nameEn');
}

function titleRow({ rows }: SheetGrid): number {
  let best = 0;
  let most = 0;
  for (const [index, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const known = new Set(row.map(supplierRoleOf).filter((role) => role !== null)).size;
    if (known > most) {
      best = index;
      most = known;
    }
  }
  if (most > 0) return best;
  return Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
  );
}
