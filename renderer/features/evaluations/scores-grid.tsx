import { Text, Title } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Criterion, Score } from '../../../shared/contract/evaluations.ts';
import type { ComparedQuote, Comparison } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatPercent, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './evaluate.module.css';
import { keyOf, type ScoreChange, useSaveScores } from './mutations.ts';
import { readPastedScores } from './pasted-scores.ts';
import { ReasonButton } from './reason-button.tsx';
import { ScoreInput } from './score-input.tsx';

export interface ScoresGridProps {
  readonly projectId: Id;
  readonly comparison: Comparison;
  readonly criteria: readonly Criterion[];
  readonly scores: readonly Score[];
}

/** Suppliers by the criteria that people score, 0 to 100, each score with its reason. */
export function ScoresGrid({ projectId, comparison, criteria, scores }: ScoresGridProps) {
  const { t } = useText();
  const nameOf = useName();
  const readOnly = useReadOnly();
  const table = useRef<HTMLTableElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const manual = criteria.filter(({ kind }) => kind === 'manual');
  const quotes = inNameOrder(comparison.quotes, nameOf);
  const scoreAt = new Map(scores.map((score) => [keyOf(score), score]));
  const { save } = useSaveScores(projectId, scores, ({ criterionId, supplierId }) => {
    const criterion = criteria.find(({ id }) => id === criterionId);
    const quote = quotes.find((one) => one.quote.supplierId === supplierId);
    return [quote === undefined ? '' : supplierName(quote, nameOf), criterion === undefined ? '' : nameOf(criterion)]
      .filter(Boolean)
      .join(': ');
  });
  if (manual.length === 0) return null;

  const onPaste = (event: ClipboardEvent) => {
    const from = cellOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || from === null || !/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const pasted = readPastedScores(text);
    const changes: ScoreChange[] = [];
    for (const { row, column, scoreHundredths } of pasted.scores) {
      const supplierId = quotes[from.row + row]?.quote.supplierId;
      const criterionId = manual[from.column + column]?.id;
      if (supplierId === undefined || criterionId === undefined) continue;
      const reason = scoreAt.get(keyOf({ criterionId, supplierId }))?.reason ?? '';
      changes.push({ criterionId, supplierId, scoreHundredths, reason });
    }
    setProblem(
      pasted.unreadable.length === 0 ? null : t('evaluations:pasteProblem', { text: pasted.unreadable[0] ?? '' }),
    );
    if (pasted.unreadable.length === 0 && changes.length > 0) save(changes).catch(() => undefined);
  };

  return (
    <section className={classes.section} aria-labelledby="scores">
      <div className={classes.head}>
        <Title order={2} id="scores" className={classes.heading}>
          {t('evaluations:scores')}
        </Title>
        <Text size="xs" className="hj-quiet">
          {t('evaluations:scoresHint')}
        </Text>
      </div>
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
              {manual.map((criterion) => (
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
            {quotes.map((compared, row) => (
              <tr key={compared.quote.supplierId}>
                <th scope="row" className={classes.supplier}>
                  <BilingualName
                    nameEn={compared.quote.supplierNameEn}
                    nameZh={compared.quote.supplierNameZh}
                    stacked
                  />
                </th>
                {manual.map((criterion, column) => {
                  const of = { criterionId: criterion.id, supplierId: compared.quote.supplierId };
                  const score = scoreAt.get(keyOf(of)) ?? null;
                  const label = `${supplierName(compared, nameOf)}: ${nameOf(criterion)}`;
                  return (
                    <td key={criterion.id} className={classes.figure}>
                      <div className={classes.score}>
                        <ScoreInput
                          label={label}
                          place={`${row}:${column}`}
                          value={score?.scoreHundredths ?? null}
                          minimum={criterion.knockoutMinimumHundredths}
                          readOnly={readOnly}
                          onSave={(scoreHundredths) => save([{ ...of, scoreHundredths, reason: score?.reason ?? '' }])}
                        />
                        <ReasonButton
                          label={label}
                          score={score}
                          readOnly={readOnly}
                          onSave={(reason) =>
                            save([{ ...of, scoreHundredths: score?.scoreHundredths ?? null, reason }])
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
    </section>
  );
}

type NameOf = ReturnType<typeof useName>;

function supplierName({ quote }: ComparedQuote, nameOf: NameOf): string {
  return nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
}

/** By name and not by rank: rows must not change places while somebody types into them. */
function inNameOrder(quotes: readonly ComparedQuote[], nameOf: NameOf): ComparedQuote[] {
  return quotes.toSorted((a, b) => supplierName(a, nameOf).localeCompare(supplierName(b, nameOf)));
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
