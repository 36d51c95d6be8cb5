import { Group, Text } from '@mantine/core';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { traceChecklist } from '../../../shared/domain/checklists/score.ts';
import { AUDIT_ACCEPTED, AUDIT_CONDITIONAL } from '../../../shared/domain/inspections/result.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';

/** What a visit's result rests on: the score of its checklist, and what is asked for. */
export function VisitScore({ details: { points, score } }: { readonly details: InspectionDetails }) {
  const { t } = useText();
  const name = useName();
  return (
    <div>
      <Group gap={6} align="baseline">
        <Text span fw={600}>
          {t('samples:score')}
        </Text>
        {score.scoreHundredths === null ? (
          <span className="hj-quiet">{t('unknown')}</span>
        ) : (
          <TracePopover trace={traceChecklist(points, score, name)}>
            <span className="hj-figures">{formatScore(score.scoreHundredths)}</span>
          </TracePopover>
        )}
        <span className="hj-unit">{t('samples:answered', { answered: score.answered, total: score.total })}</span>
      </Group>
      <Text size="xs" c="dimmed">
        {t('inspections:visitLimits', {
          accepted: formatScore(AUDIT_ACCEPTED),
          conditional: formatScore(AUDIT_CONDITIONAL),
        })}
      </Text>
    </div>
  );
}
