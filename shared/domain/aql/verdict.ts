import { assertNever } from '../../kernel/assert-never.ts';
import { DEFECT_CLASSES, type DefectClass, type SamplingPlan } from './plan.ts';

export interface ClassVerdict {
  readonly defects: number;
  readonly accept: number;
  readonly reject: number;
  readonly passes: boolean;
}

export interface LotVerdict {
  /** `open`: fewer pieces were inspected than the plan asks for, and what was found does not yet reject the lot. */
  readonly result: 'accepted' | 'rejected' | 'open';
  readonly classes: Readonly<Record<DefectClass, ClassVerdict>>;
  /** Pieces that are still to be inspected. */
  readonly missing: number;
}

/**
 * Judges what was found (DOMAIN 9): a class passes with at most Ac defects and fails from Re on; one failing class rejects the
 * lot. More pieces cannot take a defect back, so a lot may be rejected early; it is accepted only on the whole sample.
 * Counts are whole and not negative; `inspected` null: nobody has said how many pieces were inspected.
 */
export function lotVerdict(
  plan: SamplingPlan,
  defects: Readonly<Record<DefectClass, number>>,
  inspected: number | null,
): LotVerdict {
  const verdictOf = (one: DefectClass): ClassVerdict => {
    const { accept, reject } = plan.classes[one];
    return { defects: defects[one], accept, reject, passes: defects[one] <= accept };
  };
  const classes = { critical: verdictOf('critical'), major: verdictOf('major'), minor: verdictOf('minor') };
  const missing = Math.max(0, plan.sampleSize - (inspected ?? 0));
  const fails = DEFECT_CLASSES.some((one) => !classes[one].passes);
  return { result: fails ? 'rejected' : missing > 0 ? 'open' : 'accepted', classes, missing };
}

export type Severity = 'normal' | 'tightened';

export interface SwitchingHint {
  readonly severity: Severity;
  /** Lots since the last switch that count towards the next one. */
  readonly counted: number;
  readonly rejected: number;
}

/**
 * Which inspection the next lot calls for (ISO 2859-1, 9.3): from normal to tightened when two of five or fewer lots in a row
 * were rejected on their first inspection, back after five in a row were accepted. Only a hint: tightened plans are not
 * computed here. `lots` are first inspections in their order; a lot that is inspected again does not count twice.
 */
export function switchingHint(lots: readonly ('accepted' | 'rejected')[]): SwitchingHint {
  let severity: Severity = 'normal';
  let run: ('accepted' | 'rejected')[] = [];
  for (const lot of lots) {
    run.push(lot);
    switch (severity) {
      case 'normal':
        run = run.slice(-5);
        if (run.filter((one) => one === 'rejected').length >= 2) {
          severity = 'tightened';
          run = [];
        }
        break;
      case 'tightened':
        if (lot === 'rejected') run = [];
        else if (run.length >= 5) {
          severity = 'normal';
          run = [];
        }
        break;
      default:
        assertNever(severity);
    }
  }
  return { severity, counted: run.length, rejected: run.filter((one) => one === 'rejected').length };
}
