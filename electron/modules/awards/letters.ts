import type { Kysely } from 'kysely';
import type { Letter, LetterKind } from '../../../shared/contract/awards.ts';
import type { AwardDecision, AwardedSupplier, AwardPoint } from '../../../shared/domain/awards/award.ts';
import { priceAt, tiersOf } from '../../../shared/domain/pricing/tiers.ts';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { documentTotal } from '../../../shared/kernel/money.ts';
import { notFound } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';
import { findDecision } from './awards.queries.ts';

interface Addressee {
  readonly supplierId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly kind: LetterKind;
}

/** Whom a decision is told: the awarded first, then everybody who quoted and gets a regret, alternates among them. */
export async function lettersOf(db: Kysely<Database>, decisionId: Id): Promise<Addressee[]> {
  return addresseesOf(await requireDecision(db, decisionId));
}

/** One letter. A regret letter is built from names and the project alone, so no figure of anybody can stand in it. */
export async function letterOf(db: Kysely<Database>, decisionId: Id, supplierId: Id): Promise<Letter> {
  const decision = await requireDecision(db, decisionId);
  const addressee = addresseesOf(decision).find((one) => one.supplierId === supplierId);
  if (addressee === undefined) throw notFound('supplier', supplierId);
  const { report, award } = decision;
  const contact = await db
    .selectFrom('suppliers')
    .select(['contact_name', 'region'])
    .where('id', '=', supplierId)
    .executeTakeFirst();
  const awarded = award.suppliers.find((one) => one.supplierId === supplierId);
  const signer = award.approvals[0];
  const date = shanghaiDate(new Date(decision.confirmedAt));
  return {
    kind: addressee.kind,
    number: `${date.replaceAll('-', '')}-${decision.number}`,
    date,
    company: report.company,
    project: { nameEn: report.project.nameEn, nameZh: report.project.nameZh },
    supplier: {
      nameEn: addressee.nameEn,
      nameZh: addressee.nameZh,
      contactName: contact?.contact_name ?? '',
      region: contact?.region ?? '',
    },
    award: awarded === undefined ? null : awardPart(decision, awarded),
    signedBy:
      signer === undefined ? { name: decision.confirmedBy, role: '' } : { name: signer.name, role: signer.role },
  };
}

async function requireDecision(db: Kysely<Database>, decisionId: Id): Promise<AwardDecision> {
  const found = await findDecision(db, decisionId);
  if (found === null) throw notFound('award', decisionId);
  return found.decision;
}

function addresseesOf({ award, report }: AwardDecision): Addressee[] {
  const awarded = new Set(award.suppliers.map(({ supplierId }) => supplierId));
  const names = ({ supplierId, nameEn, nameZh }: AwardedSupplier) => ({ supplierId, nameEn, nameZh });
  return [
    ...award.suppliers.map((supplier): Addressee => ({ ...names(supplier), kind: 'award' })),
    ...report.comparison.quotes.flatMap(({ quote }): Addressee[] =>
      awarded.has(quote.supplierId)
        ? []
        : [
            {
              supplierId: quote.supplierId,
              nameEn: quote.supplierNameEn,
              nameZh: quote.supplierNameZh,
              kind: 'regret',
            },
          ],
    ),
  ];
}

function awardPart({ input }: AwardDecision, supplier: AwardedSupplier): NonNullable<Letter['award']> {
  const quote = input.quotes.find(({ id }) => id === supplier.quoteId);
  const lines = supplier.lines.map(({ itemId, lineNo, nameEn, nameZh, unit, quantity }) => {
    const quoted = quote?.lines.find((line) => line.itemId === itemId);
    const tier =
      quoted === undefined ? null : priceAt(quantity, tiersOf({ ...quoted, multiple: quoted.orderMultiple }));
    return { lineNo, nameEn, nameZh, unit, quantity, unitPrice: tier?.unitPrice ?? null };
  });
  const priced = lines.flatMap(({ quantity, unitPrice }) => (unitPrice === null ? [] : [{ quantity, unitPrice }]));
  return {
    lines,
    quoteCurrency: quote?.currency ?? '',
    goodsMinor: quote === undefined || priced.length < lines.length ? null : documentTotal(priced, quote.currency),
    terms: {
      incoterm: quote?.incoterm ?? null,
      namedPlace: quote?.namedPlace ?? '',
      paymentTerms: quote?.paymentTerms ?? '',
      leadTimeDays: quote?.leadTimeDays ?? null,
    },
    // What was waived is our own affair and not told.
    points: supplier.points
      .filter(({ state }) => state === 'confirmed')
      .map(({ point, state, evidence }: AwardPoint) => ({ point, state, text: evidence })),
    notes: supplier.note,
  };
}
