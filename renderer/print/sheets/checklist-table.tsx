import { Fragment } from 'react';
import { isWithin } from '../../../shared/domain/checklists/score.ts';
import {
  CHECKLIST_SECTIONS,
  type ChecklistAnswer,
  type ChecklistPoint,
  NOT_APPLICABLE,
} from '../../../shared/domain/checklists/types.ts';
import { limitsText } from '../../features/checklists/point-words.ts';
import report from '../report-document.module.css';
import classes from './sheet.module.css';
import type { SheetWords } from './sheet-words.ts';

export interface SheetColumn {
  readonly id: string;
  readonly head: string;
  readonly answers: readonly ChecklistAnswer[];
}

/** The points with what was found, or with boxes to tick and lines to write on; one column a sample. */
export function ChecklistTable(props: {
  readonly points: readonly ChecklistPoint[];
  readonly columns: readonly SheetColumn[];
  readonly isBlank: boolean;
  readonly words: SheetWords;
  /** Readings of the golden sample by the origin of the point. */
  readonly golden: ReadonlyMap<string, readonly string[]>;
}) {
  const { points, columns, isBlank, words, golden } = props;
  // A visit measures nothing: no column for what it would be measured against.
  const hasLimits = points.some(({ kind }) => kind === 'reading');
  const isShared = columns.length > 1;
  return (
    <table className={report.table}>
      <thead>
        <tr>
          <th scope="col" className={isShared ? classes.points : undefined}>
            {words.say((t) => t('checklist:point'))}
          </th>
          {hasLimits ? (
            <th scope="col" className={isShared ? classes.limits : undefined}>
              {words.say((t) => t('checklist:limits'))}
            </th>
          ) : null}
          {columns.map(({ id, head }) => (
            <th key={id} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CHECKLIST_SECTIONS.map((section) => {
          const own = points.filter((point) => point.section === section);
          return own.length === 0 ? null : (
            <Fragment key={section}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + (hasLimits ? 2 : 1)} className={classes.critical}>
                  {words.say((t) => t(`checklist:section.${section}`))}
                </th>
              </tr>
              {own.map((point) => {
                const reference = golden.get(point.originId) ?? [];
                return (
                  <tr key={point.id}>
                    <td>
                      {words.name(point)}
                      {point.isCritical ? (
                        <span className={classes.critical}> ({words.say((t) => t('checklist:critical'))})</span>
                      ) : null}
                    </td>
                    {hasLimits ? (
                      <td>
                        {point.kind === 'reading' ? words.say((t) => limitsText(point, t)) : null}
                        {reference.length === 0 ? null : (
                          <div>
                            {words.say((t) => t('samples:golden'))}: {reference.join(' ')}
                          </div>
                        )}
                      </td>
                    ) : null}
                    {columns.map((column) => (
                      <td key={column.id}>
                        {isBlank ? (
                          <BlankAnswer point={point} words={words} />
                        ) : (
                          <Found
                            point={point}
                            answer={column.answers.find(({ pointId }) => pointId === point.id)}
                            words={words}
                          />
                        )}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function BlankAnswer({ point, words }: { readonly point: ChecklistPoint; readonly words: SheetWords }) {
  if (point.kind === 'reading') {
    return (
      <>
        {[1, 2, 3].map((piece) => (
          <span key={piece} className={classes.line} />
        ))}
        {point.unit}
      </>
    );
  }
  const options =
    point.kind === 'passFail'
      ? [words.say((t) => t('checklist:pass')), words.say((t) => t('checklist:fail'))]
      : point.choices.map((choice) => words.name(choice));
  return (
    <>
      {[...options, words.say((t) => t('checklist:notApplicable'))].map((option) => (
        <span key={option} className={classes.option}>
          <span className={classes.box} />
          {option}
        </span>
      ))}
    </>
  );
}

function Found(props: {
  readonly point: ChecklistPoint;
  readonly answer: ChecklistAnswer | undefined;
  readonly words: SheetWords;
}) {
  const { point, answer, words } = props;
  const choice = answer?.choice ?? null;
  const notes = answer?.notes ?? '';
  const said =
    choice === NOT_APPLICABLE
      ? words.say((t) => t('checklist:notApplicable'))
      : point.kind === 'reading'
        ? (answer?.readings ?? []).map((reading) => (isWithin(reading, point) ? reading : `${reading} (!)`)).join('  ')
        : choice === 'pass' || choice === 'fail'
          ? words.say((t) => t(`checklist:${choice}`))
          : choice === null
            ? ''
            : words.name(point.choices[Number(choice)] ?? { nameEn: '', nameZh: '' });
  return (
    <>
      {said === '' ? words.say((t) => t('checklist:open')) : said}
      {notes === '' ? null : <div>{notes}</div>}
    </>
  );
}
