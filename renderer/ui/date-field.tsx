import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { readDate } from '../../shared/domain/imports/terms.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { useText } from '../i18n/use-text.ts';

/** A calendar day, chosen or typed in any unambiguous writing ("2026-03-31", "31 Mar 2026", "2026年3月31日"). */
export function DateField(props: {
  readonly label: ReactNode;
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
}) {
  const { t } = useText();
  const { readOnly = false, ...field } = props;
  return (
    <DateInput
      {...field}
      valueFormat="YYYY-MM-DD"
      clearable={!readOnly}
      clearButtonProps={{ 'aria-label': t('clear') }}
      readOnly={readOnly}
      dateParser={(text) => readDate(text)}
      popoverProps={{ withinPortal: true }}
    />
  );
}
