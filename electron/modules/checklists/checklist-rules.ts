import type { ChecklistPointInput } from '../../../shared/contract/checklists.ts';
import { type ChecklistAnswer, type ChecklistPoint, NOT_APPLICABLE } from '../../../shared/domain/checklists/types.ts';
import { parseDecimal } from '../../../shared/kernel/decimal.ts';
import { notFound, refused } from '../../core/procedure.ts';

/** Refuses a list that could not be answered: a point without a name, limits the wrong way round, nothing to choose from. */
export function requireValidPoints(points: readonly ChecklistPointInput[], stored: readonly ChecklistPoint[]): void {
  const known = new Set(stored.map(({ id }) => id));
  const seen = new Set<string>();
  points.forEach((point, index) => {
    const row = index + 1;
    if (point.nameEn === '' && point.nameZh === '') throw refused('name', 'nameRequired', { row });
    if (point.id !== null) {
      if (!known.has(point.id)) throw notFound('checklistPoint', point.id);
      if (seen.has(point.id)) throw refused('points', 'duplicate', { row });
      seen.add(point.id);
    }
    if (point.kind === 'choice') {
      if (point.choices.length < 2) throw refused('choices', 'twoChoices', { row });
      if (point.choices.some(({ nameEn, nameZh }) => nameEn === '' && nameZh === '')) {
        throw refused('choices', 'nameRequired', { row });
      }
    }
    const lower = point.lower === null ? null : parseDecimal(point.lower);
    const upper = point.upper === null ? null : parseDecimal(point.upper);
    if (lower !== null && upper !== null && lower.gt(upper)) throw refused('upper', 'limitsCrossed', { row });
  });
}

/** Refuses answers that do not fit their points. */
export function requireFittingAnswers(answers: readonly ChecklistAnswer[], points: readonly ChecklistPoint[]): void {
  const byId = new Map(points.map((point) => [point.id, point]));
  const seen = new Set<string>();
  for (const { pointId, readings, choice } of answers) {
    const point = byId.get(pointId);
    if (point === undefined) throw notFound('checklistPoint', pointId);
    if (seen.has(pointId)) throw refused('answers', 'duplicate');
    seen.add(pointId);
    const name = point.nameEn || point.nameZh;
    if (readings.length > 0 && (point.kind !== 'reading' || choice !== null)) {
      throw refused('answers', 'answerKind', { point: name });
    }
    if (choice === null || choice === NOT_APPLICABLE) continue;
    const fits =
      point.kind === 'passFail'
        ? choice === 'pass' || choice === 'fail'
        : point.kind === 'choice' && point.choices[Number(choice)] !== undefined;
    if (!fits) throw refused('answers', 'answerKind', { point: name });
  }
}
