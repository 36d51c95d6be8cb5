import { Alert, Anchor } from '@mantine/core';
import { nextVisitDay, visitWarnings } from '../../../shared/domain/holidays/visit-advice.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useHolidays } from './queries.ts';

/** What speaks against a day at a factory, and the next day nothing speaks against. It warns; it never refuses. */
export function VisitAdvice(props: {
  readonly day: CalendarDate | null;
  readonly onTake?: (day: CalendarDate) => void;
}) {
  const { day, onTake } = props;
  const { t } = useText();
  const name = useName();
  const holidays = useHolidays().data ?? [];
  if (day === null) return null;
  const warnings = visitWarnings(day, holidays);
  if (warnings.length === 0) return null;
  const next = nextVisitDay(day, holidays);
  return (
    <Alert color="yellow" variant="light" role="status">
      {warnings.map(({ code, holiday, from, to }) => (
        <div key={`${code} ${from}`}>{t(`inspections:visit.${code}`, { name: name(holiday), from, to })}</div>
      ))}
      {next === null ? null : (
        <div>
          {t('inspections:visit.next', { date: next })}{' '}
          {onTake === undefined ? null : (
            <Anchor component="button" type="button" onClick={() => onTake(next)}>
              {t('inspections:visit.take')}
            </Anchor>
          )}
        </div>
      )}
    </Alert>
  );
}
