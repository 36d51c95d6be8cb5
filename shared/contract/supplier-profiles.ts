import * as z from 'zod';
import { ANSWER_STATES, QUESTIONS } from '../domain/suppliers/ask-sheet.ts';
import type { Assessment } from '../domain/suppliers/assessment.ts';
import { CHECK_ITEMS, CHECK_STATES } from '../domain/suppliers/checklist.ts';
import { DISQUALIFIERS } from '../domain/suppliers/disqualifiers.ts';
import { SUPPLIER_FLAGS } from '../domain/suppliers/flags.ts';
import { CERTIFICATE_KINDS, CONTACT_CHANNELS, PAYEE_KINDS, SPOKEN_LANGUAGES } from '../domain/suppliers/words.ts';
import { base, calendarDate, id, longText, name, revision, scoreHundredths, text } from './common.ts';

/** What is kept of one supplier in rows of its own: contacts, payee accounts, certificates, dated figures, checks, flags, ask sheets. */

const count = z.number().int().min(0).max(1_000_000_000);

export const contactFields = z.object({
  name,
  role: name,
  channel: z.enum(CONTACT_CHANNELS),
  /** The number, the account or the address on that channel. */
  address: name,
  language: z.enum(SPOKEN_LANGUAGES),
  notes: text,
});
export const payeeFields = z.object({
  kind: z.enum(PAYEE_KINDS),
  holder: name,
  bank: name,
  notes: text,
});
export const certificateFields = z.object({
  kind: z.enum(CERTIFICATE_KINDS),
  number: name,
  holder: name,
  issuer: name,
  scope: text,
  issuedOn: calendarDate.nullable(),
  /** The last valid day; null when nobody can tell. */
  expiresOn: calendarDate.nullable(),
});
export const readingFields = z.object({
  takenOn: calendarDate,
  /** Where the figures were read: shop page, factory file, told by phone. */
  source: name,
  reorderHundredths: scoreHundredths.nullable(),
  onTimeHundredths: scoreHundredths.nullable(),
  responseHundredths: scoreHundredths.nullable(),
  qualityHundredths: scoreHundredths.nullable(),
  serviceHundredths: scoreHundredths.nullable(),
  /** Usual time to the first answer. */
  responseMinutes: count.nullable(),
  monthlyPieces: count.nullable(),
  productionLines: count.nullable(),
  staff: count.nullable(),
  areaM2: count.nullable(),
});
export const checkFields = z.object({ state: z.enum(CHECK_STATES), evidence: longText });
export const flagFields = z.object({ flag: z.enum(SUPPLIER_FLAGS), notedOn: calendarDate, evidence: text });
export const askFields = z.object({
  projectId: id.nullable(),
  sentOn: calendarDate,
  /** What fills the questions: "5,000", "laser logo", an address. */
  quantity: name,
  feature: name,
  address: name,
  answers: z
    .array(z.object({ question: z.enum(QUESTIONS), state: z.enum(ANSWER_STATES), answer: longText }))
    .max(QUESTIONS.length),
});

const own = { id, revision };
export const contact = contactFields.extend(own);
/** The account number with all but its last four signs hidden; `accountNumber` gives it whole. */
export const payee = payeeFields.extend(own).extend({ maskedNumber: z.string() });
export const certificate = certificateFields.extend(own).extend({ fileCount: z.number() });
export const reading = readingFields.extend(own);
export const check = checkFields.extend(own).extend({
  item: z.enum(CHECK_ITEMS),
  decidedBy: z.string(),
  decidedOn: calendarDate.nullable(),
  fileCount: z.number(),
});
export const flag = flagFields.extend({ id, notedBy: z.string() });
export const override = z.object({
  id,
  disqualifier: z.enum(DISQUALIFIERS),
  reason: z.string(),
  author: z.string(),
  decidedOn: calendarDate,
});
export const ask = askFields.extend(own).extend({ projectName: z.string() });

export type ContactFields = z.infer<typeof contactFields>;
export type Contact = z.infer<typeof contact>;
export type PayeeFields = z.infer<typeof payeeFields>;
export type Payee = z.infer<typeof payee>;
export type CertificateFields = z.infer<typeof certificateFields>;
export type Certificate = z.infer<typeof certificate>;
export type ReadingFields = z.infer<typeof readingFields>;
export type SupplierReading = z.infer<typeof reading>;
export type Check = z.infer<typeof check>;
export type FlagFields = z.infer<typeof flagFields>;
export type NotedFlag = z.infer<typeof flag>;
export type Override = z.infer<typeof override>;
export type AskFields = z.infer<typeof askFields>;
export type Ask = z.infer<typeof ask>;

export const supplierProfile = z.object({
  supplierId: id,
  contacts: z.array(contact),
  payees: z.array(payee),
  certificates: z.array(certificate),
  /** Newest first. */
  readings: z.array(reading),
  /** Those that somebody has touched. */
  checks: z.array(check),
  flags: z.array(flag),
  overrides: z.array(override),
  /** Newest first. */
  asks: z.array(ask),
  tags: z.array(z.string()),
  communicationCount: z.number(),
  /** What the rules say of it, as of today. */
  assessment: z.custom<Assessment>(),
});
export type SupplierProfile = z.infer<typeof supplierProfile>;

const written = z.object({ id });
const removed = z.object({ actionId: id });
/** A new row where `id` is null; else the change of one that was read with `revision`. */
const saving = { supplierId: id, id: id.nullable(), revision: revision.nullable() };
const removing = z.object({ supplierId: id, id });

export const supplierProfiles = {
  get: base.input(z.object({ supplierId: id })).output(supplierProfile),
  saveContact: base.input(z.object({ ...saving, fields: contactFields })).output(written),
  removeContact: base.input(removing).output(removed),
  /** `accountNumber` null leaves the stored one as it is. */
  savePayee: base
    .input(z.object({ ...saving, fields: payeeFields, accountNumber: z.string().trim().max(60).nullable() }))
    .output(written),
  removePayee: base.input(removing).output(removed),
  /** The whole number of a payee account, for somebody who asks for it. */
  accountNumber: base.input(removing).output(z.object({ accountNumber: z.string() })),
  saveCertificate: base.input(z.object({ ...saving, fields: certificateFields })).output(written),
  removeCertificate: base.input(removing).output(removed),
  /** Refused (`readingExists`) when the day has a reading already: two readings of one day would leave open which one holds. */
  saveReading: base.input(z.object({ ...saving, fields: readingFields })).output(written),
  removeReading: base.input(removing).output(removed),
  saveTags: base.input(z.object({ supplierId: id, tags: z.array(name.min(1)).max(30) })).output(z.object({})),

  /** `revision` null when nobody has touched the check yet. A failed or waived check needs evidence (`evidenceNeeded`). */
  saveCheck: base
    .input(
      z.object({
        supplierId: id,
        item: z.enum(CHECK_ITEMS),
        revision: revision.nullable(),
        fields: checkFields.partial(),
      }),
    )
    .output(check),
  raiseFlag: base.input(z.object({ supplierId: id, fields: flagFields })).output(written),
  removeFlag: base.input(removing).output(removed),
  /** Lets a supplier through in spite of what disqualifies it: reason, author and day are kept. */
  override: base
    .input(z.object({ supplierId: id, disqualifier: z.enum(DISQUALIFIERS), reason: text.trim().min(1) }))
    .output(written),
  removeOverride: base.input(removing).output(removed),

  saveAsk: base.input(z.object({ ...saving, fields: askFields })).output(written),
  removeAsk: base.input(removing).output(removed),
};
