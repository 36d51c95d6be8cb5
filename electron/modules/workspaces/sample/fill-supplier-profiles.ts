import { SAMPLE_PROFILES, type SampleProfile } from '../../../../resources/sample/supplier-profiles.ts';
import { SAMPLE_SUPPLIERS } from '../../../../resources/sample/suppliers.ts';
import { QUESTIONS } from '../../../../shared/domain/suppliers/ask-sheet.ts';
import { CHECK_ITEMS, type CheckState } from '../../../../shared/domain/suppliers/checklist.ts';
import { provinceIn } from '../../../../shared/domain/suppliers/provinces.ts';
import { usccCheckSign } from '../../../../shared/domain/suppliers/uscc.ts';
import { addDays, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../../core/action.ts';
import { insertMany } from '../../../db/insert-many.ts';
import { refreshStanding } from '../../suppliers/supplier-files.ts';
import { profileColumns } from '../../suppliers/suppliers.queries.ts';

const ACTOR = 'Sample · 示例';
/** Figures are read every three months, for a year and a half. */
const READINGS = 7;
const QUARTER = 91;

/** Gives each sample supplier its profile, papers, readings over eighteen months, checks, flags and talk. */
export async function fillSupplierProfiles(
  scope: ActionScope,
  supplierIds: ReadonlyMap<string, Id>,
  today: CalendarDate,
): Promise<void> {
  for (const [index, profile] of SAMPLE_PROFILES.entries()) {
    const id = supplierIds.get(profile.key);
    const supplier = SAMPLE_SUPPLIERS.find(({ key }) => key === profile.key);
    if (id === undefined || supplier === undefined) throw new Error(`no sample supplier ${profile.key}`);
    const own: Own = { ...scope, id, profile, today, index, nameZh: supplier.zh, person: supplier.contact };
    await fillFacts(own, supplier.region);
    await fillPapers(own);
    await fillReadings(own);
    await fillChecks(own);
    await fillTalk(own);
    await refreshStanding(scope.trx, id, today);
  }
}

interface Own extends ActionScope {
  readonly id: Id;
  readonly profile: SampleProfile;
  readonly today: CalendarDate;
  readonly index: number;
  readonly nameZh: string;
  readonly person: string;
}

async function fillFacts({ trx, id, profile, today, index, nameZh, person }: Own, region: string): Promise<void> {
  const { licence, memberDays } = profile;
  const hasLicence = licence !== 'missing';
  const memberSince = memberDays === null ? null : addDays(today, -memberDays);
  const province = provinceIn(region)?.code ?? '';
  await trx
    .updateTable('suppliers')
    .set(
      profileColumns({
        province,
        businessKind: profile.kind,
        tier: profile.tier,
        memberSince,
        badges: [...profile.badges],
        languages: [...profile.languages],
        creditGrade: profile.credit,
        depositMinor: profile.deposit === null ? null : profile.deposit * 100,
        licenceName: hasLicence ? nameZh : '',
        uscc: hasLicence ? creditCode(province, index, licence === 'wrongCode') : '',
        legalPerson: hasLicence ? person : '',
        businessScope: hasLicence ? profile.scope : '',
        establishedOn: hasLicence ? addDays(memberSince ?? addDays(today, -900), -400) : null,
        licenceUntil: licence === 'expired' ? addDays(today, -48) : null,
        licenceLongTerm: hasLicence && licence !== 'expired',
        licenceAddress: hasLicence ? `${region}市工业园区${index + 3}号` : '',
        contractName: profile.verified === 'all' || profile.verified === 'most' ? nameZh : '',
        invoiceName: profile.verified === 'all' ? nameZh : '',
        sampleScoreHundredths: profile.sample === null ? null : profile.sample * 100,
      }),
    )
    .where('id', '=', id)
    .execute();
}

/** An invented code whose check sign fits, or is off by one. */
function creditCode(province: string, index: number, isWrong: boolean): string {
  const body = `91${province || '44'}0100MA5${String(271_000 + index * 37)}`;
  const sign = usccCheckSign(body);
  return `${body}${isWrong ? (sign === '7' ? '8' : '7') : sign}`;
}

async function fillPapers({ trx, newId, now, id, profile, today, index, nameZh, person }: Own): Promise<void> {
  await insertMany(
    trx,
    'supplier_certificates',
    profile.papers.map(([kind, endsInDays], position) => ({
      id: newId(),
      supplier_id: id,
      kind,
      number: `${kind.toUpperCase()}-${2_024_000 + index * 13 + position}`,
      holder: nameZh,
      issuer: position % 2 === 0 ? 'SGS-CSTC' : 'TÜV SÜD',
      scope: '',
      issued_on: endsInDays === null ? null : addDays(today, endsInDays - 3 * 365),
      expires_on: endsInDays === null ? null : addDays(today, endsInDays),
      created_at: now,
      deleted_at: null,
    })),
  );
  if (profile.payee !== 'none') {
    const holder = { same: nameZh, personal: person || '李先生', other: '临沂市兰山区鑫达商贸行' }[profile.payee];
    await trx
      .insertInto('supplier_payees')
      .values({
        id: newId(),
        supplier_id: id,
        kind: profile.payee === 'personal' ? 'personal' : 'company',
        holder,
        bank: profile.payee === 'personal' ? '微信支付' : '中国工商银行',
        account_number: `6222 0000 ${String(1_000 + index * 7)} ${String(4_000 + index * 31)}`,
        notes: '',
        created_at: now,
        deleted_at: null,
      })
      .execute();
  }
  await insertMany(
    trx,
    'supplier_contacts',
    profile.languages.includes('en')
      ? [
          {
            id: newId(),
            supplier_id: id,
            name: 'Export desk · 外贸部',
            role: 'Sales · 销售',
            channel: 'wangwang',
            address: `${profile.key}旺铺`,
            language: 'en',
            notes: '',
            created_at: now,
          },
        ]
      : [],
  );
  await insertMany(
    trx,
    'supplier_tags',
    profile.tags.map((tag) => ({ id: newId(), supplier_id: id, tag })),
  );
}

async function fillReadings({ trx, newId, now, id, profile, today, index }: Own): Promise<void> {
  const { scores, capacity, drift, answersInMinutes } = profile;
  if (scores === null && capacity === null) return;
  // The newest first: the older, the further from today's figures.
  const ages = Array.from({ length: scores === null ? 1 : READINGS }, (_, age) => age);
  const score = (position: number, age: number) =>
    scores === null
      ? null
      : Math.min(99, Math.max(5, (scores[position] ?? 0) - drift * age + ((index + age) % 3) - 1)) * 100;
  const grown = (value: number, age: number) => Math.max(1, Math.round(value * (1 - 0.03 * age)));
  await insertMany(
    trx,
    'supplier_readings',
    ages.map((age) => ({
      id: newId(),
      supplier_id: id,
      taken_on: addDays(today, -6 - (index % 9) - age * QUARTER),
      source: age % 2 === 0 ? 'Shop page · 店铺页' : 'Factory file · 工厂档案',
      reorder_hundredths: score(0, age),
      on_time_hundredths: score(1, age),
      response_hundredths: score(2, age),
      quality_hundredths: score(3, age),
      service_hundredths: score(4, age),
      response_minutes: scores === null ? null : answersInMinutes,
      monthly_pieces: capacity === null ? null : grown(capacity[0], age),
      production_lines: capacity === null ? null : capacity[1],
      staff: capacity === null ? null : grown(capacity[2], age),
      area_m2: capacity === null ? null : capacity[3],
      created_at: now,
    })),
  );
}

async function fillChecks({ trx, newId, now, id, profile, today }: Own): Promise<void> {
  const { verified } = profile;
  const done = { all: CHECK_ITEMS.length, most: 17, some: 8, none: 0, failed: 12 }[verified];
  const stateOf = (item: (typeof CHECK_ITEMS)[number], position: number): CheckState => {
    if (verified === 'failed' && (item === 'payeeName' || item === 'reviews' || position === done - 1)) return 'failed';
    return item === 'thirdPartyReport' && verified !== 'all' ? 'waived' : 'passed';
  };
  const evidence: Readonly<Record<CheckState, string>> = {
    open: '',
    passed: '',
    failed: 'Does not agree with what the supplier says. 与供应商所述不符。',
    waived: 'Small first order; to be done before the second. 首单金额小，第二单前补做。',
  };
  await insertMany(
    trx,
    'supplier_checks',
    CHECK_ITEMS.slice(0, done).map((item, position) => {
      const state = stateOf(item, position);
      return {
        id: newId(),
        supplier_id: id,
        item,
        state,
        evidence: item === 'businessRegistration' ? 'gsxt.gov.cn: 存续，信息一致。' : evidence[state],
        decided_by: ACTOR,
        decided_on: addDays(today, -40 + position),
        created_at: now,
      };
    }),
  );
}

async function fillTalk({ trx, newId, now, id, profile, today, index, person }: Own): Promise<void> {
  const said = [
    ['out', 'wangwang', -44, '询价：吸管直管与弯管，各两万支，304 材质。Inquiry sent with drawings.'],
    ['in', 'wangwang', -43, '已报价，含税含运，交期 25 天。Quoted with tax and freight.'],
    ['in', 'wechat', -30, '发来工厂视频与质检流程照片。Sent a video of the workshop.'],
  ] as const;
  await insertMany(
    trx,
    'supplier_communications',
    (profile.answers.length === 0 ? said.slice(0, 1) : said).map(([direction, channel, day, summary]) => ({
      id: newId(),
      supplier_id: id,
      project_id: null,
      happened_on: addDays(today, day - (index % 7)),
      channel,
      direction,
      person,
      summary,
      created_at: now,
      deleted_at: null,
    })),
  );
  await insertMany(
    trx,
    'supplier_flags',
    profile.flags.map(([flag, text]) => ({
      id: newId(),
      supplier_id: id,
      flag,
      noted_on: addDays(today, -20),
      evidence: text,
      noted_by: ACTOR,
      created_at: now,
    })),
  );
  if (profile.override !== undefined) {
    await trx
      .insertInto('supplier_overrides')
      .values({
        id: newId(),
        supplier_id: id,
        disqualifier: 'newMember',
        reason: profile.override,
        author: ACTOR,
        decided_on: addDays(today, -12),
        created_at: now,
      })
      .execute();
  }
  if (profile.answers.length === 0) return;
  const askId = newId();
  await trx
    .insertInto('ask_sheets')
    .values({
      id: askId,
      supplier_id: id,
      project_id: null,
      sent_on: addDays(today, -44 - (index % 7)),
      quantity: '20000',
      feature: 'LOGO',
      address: '宁波货代仓',
      created_at: now,
    })
    .execute();
  await insertMany(
    trx,
    'ask_answers',
    QUESTIONS.flatMap((question, position) => {
      const state = profile.answers[position];
      return state === undefined ? [] : [{ id: newId(), ask_sheet_id: askId, question, state, answer: '' }];
    }),
  );
}
