import { Text } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Score, ScoreSheet, SheetSupplier } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatPercent, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import classes from './evaluate.module.css';
import { keyOf, type ScoreChange, useSaveScores } from './mutations.ts';
import { readPastedScores } from './pasted-scores.ts';
import { ReasonButton } from './reason-button.tsx';
import { ScoreInput } from './score-input.tsx';

export interface ScoresGridProps {
  readonly projectId: Id;
  readonly sheet: ScoreSheet;
  readonly readOnly: boolean;
}

/** Suppliers by the criteria that people score, 0 to 100, each score with its reason and how sure it is. */
export function ScoresGrid({ projectId, sheet, readOnly }: ScoresGridProps) {
  const { t } = useText();
  const supplierName = useSupplierName();
  const nameOf = useName();
  const table = useRef<HTMLTableElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { criteria, scores, evaluator } = sheet;
  const suppliers = sheet.suppliers.toSorted((a, b) => supplierName(a).localeCompare(supplierName(b)));
  const scoreAt = new Map(scores.map((score) => [keyOf(score), score]));
  const { save } = useSaveScores(projectId, evaluator?.id ?? null, scores, ({ criterionId, supplierId }) => {
    const criterion = criteria.find(({ id }) => id === criterionId);
    const supplier = suppliers.find(({ id }) => id === supplierId);
    return [supplier === undefined ? '' : supplierName(supplier), criterion === undefined ? '' : nameOf(criterion)]
      .filter(Boolean)
      .join(': ');
  });

  const onPaste = (event: ClipboardEvent) => {
    const from = cellOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || from === null || !/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const pasted = readPastedScores(text);
    const changes: ScoreChange[] = [];
    for (const { row, column, scoreHundredths } of pasted.scores) {
      const supplierId = suppliers[from.row + row]?.id;
      const criterionId = criteria[from.column + column]?.id;
      if (supplierId === undefined || criterionId === undefined) continue;
      const { reason, confidence } = scoreAt.get(keyOf({ criterionId, supplierId })) ?? NOT_GIVEN;
      changes.push({ criterionId, supplierId, scoreHundredths, reason, confidence });
    }
    setProblem(
      pasted.unreadable.length === 0 ? null : t('evaluations:pasteProblem', { text: pasted.unreadable[0] ?? '' }),
    );
    if (pasted.unreadable.length === 0 && changes.length > 0) save(changes).catch(() => undefined);
  };

  return (
    <>
      <Text size="xs" className="hj-quiet" mb={4}>
        {t('evaluations:scoresHint')}
      </Text>
      <div className={classes.scroll}>
        <table
          ref={table}
          className={`${classes.table} ${classes.scores}`}
          aria-labelledby="scores"
          onPaste={onPaste}
          onKeyDown={(event) => moveBetweenFields(event, table.current)}
        >
          <thead>
            <tr>
              <th scope="col">{t('quote:field.supplier')}</th>
              {criteria.map((criterion) => (
                <th key={criterion.id} scope="col" className={classes.figure}>
                  {nameOf(criterion)} {formatPercent(criterion.weightBp)}
                  {criterion.knockoutMinimumHundredths === null ? null : (
                    <span className={classes.second}>
                      {t('evaluations:atLeast', { score: formatScore(criterion.knockoutMinimumHundredths) })}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {suppliers.map((supplier, row) => (
              <tr key={supplier.id}>
                <th scope="row" className={classes.supplier}>
                  {supplier.letter === null ? (
                    <BilingualName nameEn={supplier.nameEn} nameZh={supplier.nameZh} stacked />
                  ) : (
                    supplierName(supplier)
                  )}
                </th>
                {criteria.map((criterion, column) => {
                  const of = { criterionId: criterion.id, supplierId: supplier.id };
                  const score = scoreAt.get(keyOf(of)) ?? null;
                  const { reason, confidence } = score ?? NOT_GIVEN;
                  const label = `${supplierName(supplier)}: ${nameOf(criterion)}`;
                  return (
                    <td key={criterion.id} className={classes.figure}>
                      <div className={classes.score}>
                        <ScoreInput
                          label={label}
                          place={`${row}:${column}`}
                          value={score?.scoreHundredths ?? null}
                          minimum={criterion.knockoutMinimumHundredths}
                          readOnly={readOnly}
                          onSave={(scoreHundredths) => save([{ ...of, scoreHundredths, reason, confidence }])}
                        />
                        <ReasonButton
                          label={label}
                          score={score}
                          readOnly={readOnly}
                          onSave={(changes) =>
                            save([{ ...of, scoreHundredths: score?.scoreHundredths ?? null, ...changes }])
                          }
                        />
                      </div>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

const NOT_GIVEN: Pick<Score, 'reason' | 'confidence'> = { reason: '', confidence: 'medium' };

/** A supplier by name, or by the letter that stands for it. */
function useSupplierName(): (supplier: SheetSupplier) => string {
  const { t } = useText();
  const nameOf = useName();
  return (supplier) =>
    supplier.letter === null ? nameOf(supplier) : t('evaluations:supplierLetter', { letter: supplier.letter });
}

function cellOf(target: EventTarget | null): { row: number; column: number } | null {
  const place = target instanceof HTMLElement ? target.dataset.score?.split(':') : undefined;
  return place === undefined ? null : { row: Number(place[0]), column: Number(place[1]) };
}

/** Up, down and Enter move between the fields of a column; left and right stay with the text. */
function moveBetweenFields(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const from = cellOf(event.target);
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (from === null || by === 0 || event.nativeEvent.isComposing) return;
  const next = table?.querySelector<HTMLInputElement>(`[data-score="${from.row + by}:${from.column}"]`);
  if (next === null || next === undefined) {
    // At the end of a column Enter still saves what was typed.
    if (event.key === 'Enter' && event.target instanceof HTMLElement) event.target.blur();
    return;
  }
  event.preventDefault();
  next.focus();
  next.select();
}
