import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import { SUPPLIER_SHEET_COLUMNS } from '../domain/supplier-imports/sheet-columns.ts';
import { VERIFICATIONS } from '../domain/suppliers/checklist.ts';
import { PROVINCES } from '../domain/suppliers/provinces.ts';
import { BADGES, BUSINESS_KINDS, CREDIT_GRADES, SPOKEN_LANGUAGES, TIERS } from '../domain/suppliers/words.ts';
import {
  base,
  calendarDate,
  currency,
  id,
  longText,
  minorPositive,
  name,
  page,
  revision,
  scoreHundredths,
  text,
} from './common.ts';
import type { Progress } from './imports.ts';
import type { Download } from './reports.ts';

export const supplierFields = z.object({
  nameEn: name,
  nameZh: name,
  contactName: name,
  phone: z.string().max(60),
  wechat: z.string().max(100),
  email: z.string().max(200),
  region: name,
  shopUrl: text,
  notes: longText,
});

/** What is known of a supplier beside its name and contact; unknown is null or empty. */
export const profileFields = z.object({
  /** Code of a province (GB/T 2260), or empty. */
  province: z.literal(['', ...PROVINCES.map(({ code }) => code)]),
  businessKind: z.enum(BUSINESS_KINDS).nullable(),
  tier: z.enum(TIERS).nullable(),
  memberSince: calendarDate.nullable(),
  badges: z.array(z.enum(BADGES)).max(BADGES.length),
  languages: z.array(z.enum(SPOKEN_LANGUAGES)).max(SPOKEN_LANGUAGES.length),
  creditGrade: z.enum(CREDIT_GRADES).nullable(),
  /** Deposited with the platform, in fen (CNY). */
  depositMinor: minorPositive.nullable(),
  licenceName: name,
  uscc: z.string().trim().max(60),
  legalPerson: name,
  businessScope: longText,
  establishedOn: calendarDate.nullable(),
  licenceUntil: calendarDate.nullable(),
  /** Valid for ever (长期). */
  licenceLongTerm: z.boolean(),
  licenceAddress: text,
  contractName: name,
  invoiceName: name,
  sampleScoreHundredths: scoreHundredths.nullable(),
});

/** What lists sort and filter by, worked out from everything known of the supplier. */
const standing = z.object({
  verification: z.enum(VERIFICATIONS),
  /** Null while less than 60 % of what it is scored by is known. */
  qualificationHundredths: scoreHundredths.nullable(),
  coverageBp: z.number(),
  disqualified: z.boolean(),
  /** The earliest last day of the licence and the certificates, passed or to come. */
  nextExpiry: calendarDate.nullable(),
});

export const supplier = supplierFields
  .extend(profileFields.shape)
  .extend({ id, revision, createdAt: z.string(), updatedAt: z.string() });
export const supplierRow = supplier
  .extend(standing.shape)
  .extend({ quoteCount: z.number(), lastQuoteOn: z.string().nullable(), tags: z.array(z.string()) });

/** How a supplier stands, for filters: each supplier has exactly one. */
export const SUPPLIER_STANDINGS = ['disqualified', 'qualified', 'insufficientData'] as const;
export type SupplierStanding = (typeof SUPPLIER_STANDINGS)[number];

/** A quote as it stands in the supplier's own list, over all projects. */
export const supplierQuote = z.object({
  id,
  projectId: id,
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  round: z.number().int().min(1),
  receivedOn: calendarDate.nullable(),
  validUntil: calendarDate.nullable(),
  currency,
  /** Lines with a price. */
  lineCount: z.number(),
  superseded: z.boolean(),
});

export type SupplierFields = z.infer<typeof supplierFields>;
export type SupplierProfileFields = z.infer<typeof profileFields>;
export type SupplierChanges = Partial<SupplierFields & SupplierProfileFields>;
export type Supplier = z.infer<typeof supplier>;
export type SupplierRow = z.infer<typeof supplierRow>;
export type SupplierQuote = z.infer<typeof supplierQuote>;

/** Which suppliers a list shows, and in which order. */
const listed = z.object({
  regions: z.array(name).default([]),
  /** Codes of provinces; '' for suppliers whose province is not known. */
  provinces: z.array(z.string().max(2)).default([]),
  tiers: z.array(z.enum([...TIERS, 'unknown'])).default([]),
  standings: z.array(z.enum(SUPPLIER_STANDINGS)).default([]),
  papers: z.array(z.enum(['expiring', 'expired'])).default([]),
  tags: z.array(name).default([]),
  sort: z
    .enum(['name', 'region', 'province', 'tier', 'qualification', 'nextExpiry', 'quoteCount', 'updatedAt'])
    .default('updatedAt'),
});

export const suppliers = {
  list: base.input(page.extend(listed.shape)).output(z.object({ rows: z.array(supplierRow), total: z.number() })),
  /** All suppliers of a list as a file that an import reads again. */
  exportFile: base
    .input(
      page
        .pick({ search: true, descending: true })
        .extend(listed.shape)
        .extend({
          columns: z.array(z.enum(SUPPLIER_SHEET_COLUMNS)).min(1).max(SUPPLIER_SHEET_COLUMNS.length),
          format: z.enum(['xlsx', 'csv']),
          language: z.enum(['en', 'zh']),
        }),
    )
    .output(eventIterator(type<Progress<Download>>())),
  /** Distinct regions with their counts, for the filter. */
  regions: base.input(z.object({})).output(z.array(z.object({ region: z.string(), count: z.number() }))),
  /** How many suppliers each filter of the list would leave. */
  counts: base.input(z.object({})).output(
    z.object({
      provinces: z.array(z.object({ province: z.string(), count: z.number() })),
      tiers: z.array(z.object({ tier: z.enum([...TIERS, 'unknown']), count: z.number() })),
      standings: z.array(z.object({ standing: z.enum(SUPPLIER_STANDINGS), count: z.number() })),
      papers: z.object({ expiring: z.number(), expired: z.number() }),
      tags: z.array(z.object({ tag: z.string(), count: z.number() })),
    }),
  ),
  get: base.input(z.object({ id })).output(supplier),
  /** Every quote of a supplier in projects that are not in the bin, newest project first. */
  quotes: base.input(z.object({ id })).output(z.array(supplierQuote)),
  create: base.input(supplierFields.extend(profileFields.partial().shape)).output(supplier),
  update: base
    .input(z.object({ id, revision, changes: supplierFields.extend(profileFields.shape).partial() }))
    .output(supplier),
  /** Refused (`supplierHasQuotes`) while a project holds a quote of the supplier. */
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
