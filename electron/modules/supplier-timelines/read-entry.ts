import type { TimelineEntry } from '../../../shared/contract/supplier-timelines.ts';
import { DOCUMENT_KINDS, DOCUMENT_RESULTS } from '../../../shared/domain/inspections/documents.ts';
import { INSPECTION_KINDS, INSPECTION_RESULTS } from '../../../shared/domain/inspections/result.ts';
import { SAMPLE_VERDICTS } from '../../../shared/domain/samples/samples.ts';
import { CHECK_ITEMS, CHECK_STATES } from '../../../shared/domain/suppliers/checklist.ts';
import { DISQUALIFIERS } from '../../../shared/domain/suppliers/disqualifiers.ts';
import { SUPPLIER_FLAGS } from '../../../shared/domain/suppliers/flags.ts';
import { CERTIFICATE_KINDS, COMMUNICATION_CHANNELS, DIRECTIONS } from '../../../shared/domain/suppliers/words.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';
import type { TimelineRow } from './supplier-timelines.queries.ts';

/** What a row of the union says, by its event. */
export function toEntry(row: TimelineRow): TimelineEntry {
  const { event, word, currency } = row;
  const state = row.state ?? '';
  const number = row.number ?? 0;
  const shared = {
    key: `${event} ${row.id} ${row.step}`,
    on: row.happened_on,
    recordId: row.id,
    projectId: row.project_id,
    projectNameEn: row.project_en,
    projectNameZh: row.project_zh,
    text: row.text,
    by: row.author,
  };
  switch (event) {
    case 'quote':
      return { ...shared, event, round: number, currency, isReceived: row.state !== null };
    case 'confirmation':
      return { ...shared, event, round: number, confirmedRound: row.amount ?? 0 };
    case 'communication':
      return {
        ...shared,
        event,
        channel: storedWord(COMMUNICATION_CHANNELS, word),
        direction: storedWord(DIRECTIONS, state),
      };
    case 'askSheet':
    case 'reading':
    case 'disqualified':
    case 'cleared':
      return { ...shared, event };
    case 'check':
      return { ...shared, event, item: storedWord(CHECK_ITEMS, word), state: storedWord(CHECK_STATES, state) };
    case 'certificateIssued':
    case 'certificateExpires':
      return { ...shared, event, certificateKind: storedWord(CERTIFICATE_KINDS, word) };
    case 'documentIssued':
    case 'documentExpires':
      return {
        ...shared,
        event,
        documentKind: storedWord(DOCUMENT_KINDS, word),
        result: storedWord(DOCUMENT_RESULTS, state),
      };
    case 'flag':
      return { ...shared, event, flag: storedWord(SUPPLIER_FLAGS, word) };
    case 'override':
      return { ...shared, event, disqualifier: storedWord(DISQUALIFIERS, word) };
    case 'sampleRequested':
    case 'sampleShipped':
    case 'sampleReceived':
      return { ...shared, event, number, verdict: storedWordOrNull(SAMPLE_VERDICTS, row.state) };
    case 'inspectionPlanned':
    case 'inspectionDone':
      return {
        ...shared,
        event,
        number,
        inspectionKind: storedWord(INSPECTION_KINDS, word),
        result: storedWord(INSPECTION_RESULTS, state),
      };
    case 'awarded':
    case 'awardReopened':
      return { ...shared, event, number, amountMinor: row.amount, currency };
    case 'dossier':
      return { ...shared, event, number };
  }
}
