import type { ColumnRole } from './types.ts';

/**
 * Words of column titles per role, in the form `compact` gives (lower case, letters and digits only). `unitPrice`, `lineTotal` and the
 * terms may also stand beside a supplier's name.
 */
export const HEADER_WORDS: Readonly<Partial<Record<ColumnRole, string>>> = {
  lineNumber:
    'line lineno linenumber line# lineitem lineitemno item# itemno itemnumber itemnum itemid no no# # num number nr sn sno srno serialno serialnumber index idx pos posno position row rowno ref refno bidline bidlineno biditemno biditemnumber payitemno payitemnumber scheduleno seq seqno sequence 序号 编号 项次 项号 行号 行次 项目编号 项目编码 品项 项目号 清单编号 清单编码 nº',
  itemName:
    'item items itemname itemdescription description descriptions desc descr itemdesc product products productname productdescription goods goodsname goodsdescription article articlename material materialname materialdescription name title biditem biditems biditemdescription payitem payitemdescription workitem work workdescription scope scopeofwork descriptionofwork descriptionofitem descriptionofgoods itemofwork itemsofwork service servicedescription part partname commodity particulars 品名 名称 产品 产品名称 商品 商品名称 货品 货品名称 物料 物料名称 物料描述 物品 物品名称 材料名称 材料 货物名称 货物 项目 项目名称 品目 品名规格 品名及规格 产品描述 商品标题 标题 描述 清单项目 设备名称 服务名称',
  itemNameZh:
    '中文品名 中文名称 中文名 品名中文 名称中文 产品中文名 chinesename namezh namecn descriptioncn descriptionzh productnamecn productnamechinese namechinese itemnamezh',
  itemNameEn:
    '英文品名 英文名称 英文名 品名英文 名称英文 产品英文名 englishname nameen nameenglish descriptionen productnameenglish itemnameen englishdescription',
  specification:
    'specification specifications spec specs specno specsection model modelno modelnumber type typemodel size sizes dimension dimensions technicalspecification technicaldata details detail itemdetail itemdetails color colour grade style variant attributes brand 规格 规格型号 型号 型号规格 规格参数 技术参数 参数 尺寸 颜色 材质 款式 属性 技术要求 规格描述 规格说明 产品规格 品牌 配置 sku属性 规格尺寸 性能参数',
  unit: 'unit units uom um unitofmeasure unitofmeasurement unitsofmeasure unitmeasure measure meas measurement qtyunit unittype 单位 计量单位 计价单位 数量单位 采购单位 基本单位',
  quantity:
    'quantity quantities qty qtys qnty quan quant estimatedquantity estimatedquantities estquantity estqty estimatedqty approxquantity approxqty approximatequantity planquantity planqty bidquantity bidqty orderquantity orderqty requiredquantity requiredqty reqqty reqdqty totalquantity totalqty contractquantity proposalquantity demand need pieces 数量 采购数量 采购量 需求数量 需求量 订购数量 订购量 订货量 订单数量 工程量 总数量 预计数量 计划数量 用量 件数 购买数量 询价数量 预计用量 数目 招标数量',
  supplier:
    'supplier suppliers suppliername vendor vendors vendorname bidder bidders biddername contractor contractorname company companyname firm firmname manufacturer manufacturername maker factory factoryname seller sellername shop shopname store storename offeror tenderer proposer quotedby bidby respondent 供应商 供应商名称 供货商 供货商名称 供方 供应商全称 厂家 厂家名称 厂商 厂商名称 工厂 工厂名称 公司 公司名称 店铺 店铺名称 商家 商家名称 卖家 商铺 报价单位 报价公司 报价方 报价人 投标人 投标人名称 投标单位 投标单位名称 投标方 供货单位 供应单位 生产厂家 制造商 生产商 承包商 承包人 厂名 供货方 卖方 单位名称',
  unitPrice:
    'unitprice unitprices unitbid unitbidprice bidunitprice unitbidamount unitcost unitcosts unitrate unitamount unit$ unitvalue price prices bidprice bid bids quote quotedprice quotedunitprice quotation offer offerprice offeredprice rate rates cost itemprice priceperunit pricepereach priceeach pricepc costperunit costeach priceunit upr up uprice netprice netunitprice perunit perunitprice eachprice proposedunitprice proposedprice contractunitprice tenderprice tenderrate baseprice 单价 价格 报价 报价单价 产品单价 商品单价 综合单价 投标单价 投标报价 成交单价 采购单价 批发价 出厂价 供货价 供应价 报价价格 单位价格 单位价 售价 裸价 净价 货价 进价 起批价 单件价格 拿货价 到货价 采购价 最终单价 最终报价',
  lineTotal:
    'total totals totalprice totalprices totalamount totalamounts totalcost totalcosts totalbid totalbidprice totalbidamount totalvalue totalitemprice bidtotal bidamount bidamounts amount amounts amt extension extensions ext extended extendedprice extendedamount extendedcost extendedtotal extendedbid extprice extamount extcost exttotal linetotal lineamount linevalue linecost itemtotal itemamount itemcost subtotal sum value totalvalue bidextension extensionamount totalextension totalextended itemextension price×qty totalunitprice 金额 总价 总金额 合计 合价 小计 总额 总价格 价税合计 含税金额 含税总价 合计金额 行金额 总计 金额合计 报价总价 投标总价 合计价 共计 总报价 货款 成交金额',
  moq: 'moq minorder minimumorder minimumorderquantity minimumorderqty minorderqty minorderquantity minqty minquantity minimumquantity minimumqty 起订量 最小起订量 最低起订量 起批量 起订数量 最小订购量 最小订货量 最低订购量 起订 最小起订 最低起订 最少起订量 起批 混批量 起购量 最小订单量',
  orderMultiple:
    'ordermultiple multiple multiples orderingmultiple packsize packqty packquantity pcsperpack incrementquantity increment lotsize spq standardpack standardpackquantity qtyperpack unitsperpack packingqty casepack qtypercarton pcsctn pcspercarton 装箱数 装箱量 最小包装量 最小包装数 包装数 包装量 每箱数量 箱规 整包数 包装数量 标准包装量 订货倍数 倍数 单箱数量 装箱数量',
  currency: 'currency currencies curr ccy cur currencycode 币种 货币 币别 货币种类 结算币种 报价币种',
  taxBasis:
    'tax taxbasis taxincluded taxinclusive vatincluded vatinclusive inclvat incltax includingtax taxstatus pricebasis taxincl vatincl taxincludedyn 含税 是否含税 含税否 含税情况 税 税费 含税状态 发票 发票类型 开票 开票类型 是否开票 含税与否 含不含税 是否含税价 票据 票种 税务 是否含税运',
  vatRate:
    'vat vatrate vat% taxrate tax% gst gstrate gst% vatpercent taxpercent salestax 税率 增值税率 增值税 税率% 税点税率 适用税率 增值税税率',
  freight:
    'freight freightcost freightcharge freightcharges freightincluded shipping shippingcost shippingfee shippingcharge shippingcharges deliverycost deliverycharge deliveryfee transport transportation transportcost freightterms postage 运费 物流费 物流费用 快递费 邮费 运输费 运输费用 包邮 是否包邮 含运费 是否含运费 含运 是否含运 运费承担 运费情况 国内运费 运输方式及费用 运杂费 物流 配送费',
  leadTime:
    'leadtime leadtimes leadtimedays lead deliverytime deliverytimes deliverydays delivery deliverylead deliveryperiod deliveryweeks leadtimeweeks productiontime productionleadtime turnaround shipsin etd timeofdelivery deliveryschedule 交货期 交期 货期 供货期 供货周期 交货周期 交货时间 发货时间 发货周期 生产周期 交付期 交付周期 到货期 到货周期 工期 交货天数 发货期 交货日期 供货时间 货期天 交货',
  paymentTerms:
    'paymentterms payment paymentterm termsofpayment paymentmethod paymentconditions paymentcondition terms creditterms 付款方式 付款条件 付款条款 支付方式 结算方式 账期 付款 付款约定 支付条件 支付条款 结算条件 付款周期',
  tradeTerm:
    'tradeterm tradeterms incoterm incoterms incoterms2020 deliveryterm deliveryterms termsofdelivery priceterm priceterms shippingterms shippingterm 贸易术语 贸易条款 价格条款 交货条件 交货方式 价格术语 贸易方式 成交方式 交货条款',
  namedPlace:
    'namedplace placeofdelivery deliveryplace port portofloading loadingport pol shipfrom 交货地点 交货地 装运港 起运港 发货港 指定地点 起运地 港口 到货地点',
  validUntil:
    'validuntil validity validto valid validtill quotevalidity pricevalidity validityperiod validthrough expiry expirydate expires expirationdate quoteexpiry offervalidity 有效期 报价有效期 价格有效期 有效期至 有效日期 报价有效 有效期限 有效期到 失效日期 截止日期',
  receivedDate:
    'receiveddate received datereceived quotedate quotationdate biddate dateofquote dateofquotation date offerdate bidreceived 报价日期 报价时间 收到日期 日期 询价日期 投标日期 收到报价日期 报价日',
  note: 'note notes remark remarks comment comments memo observations remarksnotes additionalinformation 备注 说明 附注 注 其他 其它 备注说明 补充说明 税点 备注信息',
  contact:
    'contact contacts contactperson contactname contactdetails phone tel telephone mobile email wechat salesperson 联系人 联系方式 联系电话 电话 手机 手机号 微信 联系人电话 业务员 邮箱',
  region:
    'region area location province city origin country placeoforigin countryoforigin 地区 产地 所在地 省份 城市 区域 地址 发货地 所在地区 货源地 厂址',
  ignore:
    'rank ranking bidrank average avg averagebid averageprice mean median averageunitprice lowbid lowestbid lowest lowestprice low highest high highestbid highestprice max min difference diff variance percentdiff %diff percent % percentoftotal %oftotal savings photo picture image link url section schedule category group proposal contract project division chapter alt alternate status code itemcode productcode sku skucode skuno partno partnumber materialcode materialno articleno articlecode itemcodes cas hscode 平均 平均价 均价 平均单价 最低 最低价 最低报价 最高 最高价 最高报价 差额 差异 差价 价差 排名 名次 图片 照片 链接 网址 类别 分类 品类 状态 货号 款号 物料编码 物料编号 物料号 商品编码 商品编号 产品编码 产品编号 料号 中标 推荐 推荐供应商 税额 节约 降幅 涨幅 占比 比例 海关编码 图号 历史价 历史价格 上次价格 上次采购价',
};

/** Column titles that name an item when no line number does. */
export const ITEM_CODE_WORDS = new Set(
  'code itemcode productcode sku skucode skuno partno partnumber materialcode materialno articleno articlecode 货号 款号 物料编码 物料编号 物料号 商品编码 商品编号 产品编码 产品编号 料号 图号'.split(
    ' ',
  ),
);

/** Statistics and the like that sheets put beside the suppliers; a column so titled never names a supplier. */
export const STATISTIC =
  /^((the |bid |unit |price )*(average|avg\.?|mean|median|lowest|low|highest|high|max(imum)?|min(imum)?|difference|diff|variance|std\.?( ?dev)?|spread|range|rank(ing)?|percent(age)?|savings?|delta|over\/under|winner|awarded?( to)?|recommended)(\b.*)?|%.*|.*%( diff.*| of .*| over.*)?|(平均|最低|最高|均价|差额|差异|价差|差价|排名|名次|偏差|中位|节约|降幅|推荐|中标|税额|占比).*)$/i;

/** A title that may stand beside a supplier's name in one cell. `strong` ones cannot be the last word of a firm's name. */
interface TitleBesideName {
  role: ColumnRole;
  strong: boolean;
  /** Matches the whole cell; group 1 is the name. */
  after: RegExp;
  before: RegExp;
}

/** Titles that stand beside a supplier's name ("ACME unit price", "单价（宏达）"); the first that matches wins. */
export const TITLES_BESIDE_NAME: readonly TitleBesideName[] = buildTitles();

function buildTitles(): TitleBesideName[] {
  const strong: [ColumnRole, string, string][] = [
    [
      'unitPrice',
      'quoted unit price|unit bid price|bid unit price|unit bid amount|net unit price|unit prices?|unit bids?|unit costs?|unit rates?|unit amounts?|unit values?|price per unit|cost per unit|price each|bid price|quoted price|offer price|net price|unit ?\\$',
      '综合单价|投标单价|报价单价|采购单价|最终单价|单价|报价|价格|批发价|出厂价|采购价',
    ],
    [
      'lineTotal',
      'extended (?:unit )?(?:price|amount|cost|total|bid)|ext\\.? ?(?:price|amount|cost|total)|total (?:bid )?(?:price|amount|cost|bid|value|extension)|bid (?:total|amount|extension)|line (?:total|amount|value)|item (?:total|amount)|extended|extensions?|extn',
      '总价|总金额|合价|金额|合计|小计|总额|总报价|价税合计',
    ],
    ['moq', 'moq|min\\.? order(?: qty| quantity)?|minimum order(?: qty| quantity)?', '最小起订量|起订量|起批量'],
    ['leadTime', 'lead ?times?|delivery time|delivery', '交货期|交期|货期|供货期|供货周期'],
    ['paymentTerms', 'payment terms?|terms of payment', '付款方式|付款条件|账期'],
    ['tradeTerm', 'incoterms?|trade terms?|delivery terms?', '贸易术语|价格条款'],
    ['validUntil', 'valid(?:ity| until| to)', '有效期'],
    ['vatRate', 'vat rate|tax rate', '税率'],
    ['freight', 'freight|shipping(?: cost| fee)?', '运费'],
    ['currency', 'currency', '币种'],
    ['taxBasis', 'tax included', '是否含税|含税'],
    ['note', 'notes?|remarks?|comments?', '备注|说明'],
  ];
  const weak: [ColumnRole, string][] = [
    ['unitPrice', 'prices?|bids?|rates?|quotes?|cost|quotation'],
    ['lineTotal', 'totals?|amounts?|amt\\.?|ext\\.?|sub-?total|value'],
  ];
  const apart = '(?:\\s*[\\-_:/|([]\\s*|\\s+)';
  const firmlyApart = '\\s*[\\-_:/|([]\\s*';
  const all: TitleBesideName[] = [];
  for (const [role, english, chinese] of strong) {
    all.push({
      role,
      strong: true,
      after: new RegExp(`^(.+?)(?:${apart}(?:${english})|[\\s\\-_:/|,([]*(?:${chinese}))\\s*[)\\]]?\\.?$`, 'i'),
      before: new RegExp(`^(?:(?:${english})${apart}|(?:${chinese})[\\s\\-_:/|,([]*)(.+?)\\s*[)\\]]?$`, 'i'),
    });
  }
  for (const [role, english] of weak) {
    all.push({
      role,
      strong: false,
      after: new RegExp(`^(.+?)${apart}(?:${english})\\s*[)\\]]?\\.?$`, 'i'),
      before: new RegExp(`^(?:${english})${firmlyApart}(.+?)\\s*[)\\]]?$`, 'i'),
    });
  }
  return all;
}
