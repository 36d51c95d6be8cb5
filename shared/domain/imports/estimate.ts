import { nameKey } from './text.ts';

/** Words that make a whole name our own figure. A firm may begin with them ("Budget Rentals LLC"), so nothing else may stand beside them. */
const WHOLE_NAME =
  /^(the |our |own |my |internal |in-house |owner'?s? |buyer'?s? |agency |client'?s? |purchaser'?s? )?(budget|budgeted|target|planned|expected|should[- ]cost|reference|benchmark|cost)( (price|cost|figure|amount|estimate|target|value))?s?$/;

/** "Engineer's Estimate", "Engrs. Est.", "Independent cost estimate", "Owner's Est", "Est." */
const ESTIMATE =
  /(^|[\s(/-])(engineer(ing)?'?s?|engr?'?s?\.?|owner'?s?|owners'|our|internal|in-house|independent|agency|client'?s?|buyer'?s?|department|dot|city|county|state|architect'?s?|consultant'?s?|designer'?s?|government|cost|budget|project|base|own|official|final|pre-?bid|preliminary)['.]? (cost |construction |bid |price |unit )?(estimates?|est\.?|estimation|opinion of (probable )?cost)(\)|$|[\s(])/;
const ESTIMATE_ALONE =
  /^(estimates?|est\.?|estimated( (unit )?(price|cost))?|the estimate|ee|ice|eng(r|ineer)?'?s?\.? est\.?|estimate of cost|opc|engineer'?s? opinion.*)$/;

const CHINESE =
  /^(我方|我司|本公司|本单位|自有|内部|公司|业主|甲方|采购方?|项目|工程|工程师|招标|投标|目标)?的?(预算|预估|标底|控制|招标控制|最高限|限|拦标|估|估算|概算|目标|参考|指导|基准|成本估算)(价格?|单价|金额|报价|成本|总价|值)?$/;
const CHINESE_ALONE = /^(预算|标底|估算|概算|预估|自估|我方估价|工程师估[价算]|内部估[价算])/;
const CHINESE_FIRM = /公司|厂|有限|集团|商行|经营部|工作室|店$/;

/**
 * True when a supplier name or column title means our own estimate and no bidder ("ENGINEER'S ESTIMATE", "our estimate", "budget",
 * "预算", "标底", "控制价"). Firms whose name merely begins with such a word are bidders.
 */
export function isEstimateName(name: string): boolean {
  const key = nameKey(name).replace(/[_:]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (key === '' || key.length > 120) return false;
  if (ESTIMATE.test(key) || ESTIMATE_ALONE.test(key) || WHOLE_NAME.test(key)) return true;
  const joined = key.replace(/\s/g, '');
  return (
    (CHINESE.test(joined) || CHINESE_ALONE.test(joined)) &&
    !CHINESE_FIRM.test(joined.replace(/^(我方|我司|本公司|公司)/, ''))
  );
}
