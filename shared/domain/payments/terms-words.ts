import type { PaymentAnchor } from '../quotes/terms.ts';

/**
 * Words of payment terms as they stand in quotes, English and Chinese. Matched against text that `normaliseTerms` has
 * prepared: lower case, half-width, abbreviations without slashes (`tt`, `lc`, `bl`, `oa`).
 */

/** What an event is called. The longer phrase goes first, so that "before shipment" is not read as "shipment". */
export const EVENT_WORDS: readonly (readonly [anchor: PaymentAnchor, pattern: string])[] = [
  // Inspected and then paid before the goods leave: the later of the two is what is waited for.
  [
    'beforeShipment',
    '(after|upon|on) (passing )?(the )?(final )?inspection,? (and )?(before|prior to) (the )?(shipment|shipping|delivery|dispatch)|(验货|检验|验收)(合格|通过)?后,?(发货|出货|装运)(之)?前',
  ],
  [
    'beforeShipment',
    '(before|prior to|ahead of) (the )?(shipment|shipping|delivery|dispatch|despatch|loading|ex-?works|leaving (the )?factory)|pre-?shipment|全款(发货|提货|出货)(之?前|以前)?|(发货|出货|装运|发运|装船|装柜|提货|交货|出厂)(之)?(前|以前)|款到发货|款到(后)?(即)?发|付款后(再)?发货|付清(后)?(再)?发货|先款后货|付款提货|带款提货',
  ],
  [
    'delivered',
    String.raw`cash on delivery|\bcod\b|(on|upon|at|after|against|from|of) (the )?(delivery|arrival|receipt)( of (the )?goods)?( date)?|(after|upon|on) receiving (the )?goods|delivered|货到(付款|付清|付|后|之日起?)?|到货(付款|付|后|之日起?)?|收货(后|之日起?|时)?|收到货(物)?后?|签收(后|之日起?)?|交货(后|时|付款)|送货上门付款`,
  ],
  [
    'productionDone',
    '(after|upon|on|at|when) (the )?(completion of )?(production|manufacturing|goods)( is| are)?( completed| completion| finished| ready| done)?|(生产|大货)?(完工|完成|做好)(后|时)?|生产(结束|好)(后)?',
  ],
  [
    'inspectionPassed',
    '(after|upon|on|from|against|when) (the )?(passed |passing |successful |final )?(inspection|acceptance|quality check)( is)?( passed| passing| report)?|inspection passed|验收(合格|通过)?(后|之日起?)?|(检验|验货|质检)(合格|通过)(后)?|验货后',
  ],
  [
    'shipped',
    String.raw`(on|upon|at|after|from|against) (the )?(shipment|shipping|dispatch|despatch)( date)?|(against|after|upon|on|from|by|of)?( (the|a))?( (scan|scanned|copy|copies|original))?( (of|on))?( the)? ?\bbl\b( (copy|copies|scan|date))?|against( (the|copy of))?( shipping)? (documents|docs)|cash against documents|\bcad\b|(irrevocable )?lc at sight|(发货|出货|装运|装船|发运)(后|之日起?|当天|时)|(见|凭)?提单(复印件|副本|扫描件)?(付款|付)?|见单付款|即期信用证`,
  ],
  [
    'invoice',
    '(after|from|of|against|upon|on) (the )?(date of )?(the )?invoice( date)?|(开票|开具发票|发票)(后|日|之日起?|日期)?(起)?|(见|凭|收到)发票后?(付款)?|票到(后|付款)?',
  ],
  [
    'orderConfirmed',
    String.raw`deposit|down ?payment|advance( payment)?|in advance|pre-?pay(ment|aid)?|prepaid|up-?front|cash with order|\bcwo\b|cash in advance|\bcia\b|(with|upon|on|at|after|against) (the )?(order|po|purchase order|contract|signing)( (confirmation|placement|is confirmed|signing|signature))?|on confirmation( of order)?|(预付款?|预先支付|首付|首款|定金|订金|头款|下单(时|后|付)?|签(订)?(合同|约)(后|时)?|合同(签订|生效)(后|时)?|订单确认(后|时)?|先付)`,
  ],
];

/** Credit without an event named: from the invoice in English, from the goods' arrival in Chinese. */
export const CREDIT_WORDS: readonly (readonly [anchor: PaymentAnchor, endOfMonth: boolean, pattern: string])[] = [
  ['delivered', true, '月结'],
  ['delivered', false, '账期|帐期|赊账|赊销'],
  ['invoice', false, String.raw`\bnet\b|open account|\boa\b|credit( terms?)?|(pay(ment)?|due)? ?(with)?in`],
];

/** Words that say how or that money is paid, and nothing of when. */
export const NEUTRAL_WORDS = String.raw`\btt\b|by|wire|bank|telegraphic|transfer|payment|paid|pay|payable|to be|is|as|the|of|total|amount|value|order|goods|full|in full|all|terms?|cash|remittance|due|within|电汇|转账|银行|汇款|现金|对公|支付宝|付款方式|付款条件|付款|支付|付清|结清|结算|交付|付|款项|货款|总额|总价|合同|金额|的|为|须|需|应|请|内|全款|全额|一次性|以内`;

/** The rest of the price after what is already named. */
export const BALANCE_WORDS = 'balance|remainder|remaining|the rest|rest|余款|尾款|余额|剩余(款项)?|其余|余下';
