import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { StoredAward } from '../../../shared/contract/awards.ts';
import { type AwardPoint, GATE_POINTS, type GatePoint, isSettled } from '../../../shared/domain/awards/award.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './awards.module.css';
import { PointDrawer } from './point-drawer.tsx';
import { SectionHead } from './section-head.tsx';

/** The eight points of every awarded supplier; each opens to be settled. */
export function GateSection({ award, frozen }: { readonly award: StoredAward; readonly frozen: boolean }) {
  const { t } = useText();
  const name = useName();
  const [opened, setOpened] = useState<{ readonly supplierId: Id; readonly point: GatePoint } | null>(null);
  const { suppliers } = award.content;
  if (suppliers.length === 0) return null;
  const supplier = suppliers.find(({ supplierId }) => supplierId === opened?.supplierId);
  const point = supplier?.points.find((one) => one.point === opened?.point);
  return (
    <section className={classes.section} aria-labelledby="gate">
      <SectionHead id="gate" title={t('awards:decision.gate')} />
      <Text className="hj-quiet" mb="sm">
        {t('awards:decision.gateHint')}
      </Text>
      <Stack gap="md">
        {suppliers.map((one) => (
          <div key={one.supplierId}>
            <Text fw={600} mb={6}>
              {name(one)}{' '}
              <Text span size="xs" className="hj-quiet">
                {t('awards:decision.complete', {
                  done: one.points.filter(isSettled).length,
                  all: GATE_POINTS.length,
                })}
              </Text>
            </Text>
            <div className={classes.points}>
              {one.points.map((own) => (
                <UnstyledButton
                  key={own.point}
                  className={classes.point}
                  aria-label={`${t('awards:decision.settle', {
                    point: t(`award:point.${own.point}`),
                    supplier: name(one),
                  })}: ${t(`award:pointState.${own.state}`)}`}
                  onClick={() => setOpened({ supplierId: one.supplierId, point: own.point })}
                >
                  <span className={classes.pointHead}>
                    <Text span fw={500}>
                      {t(`award:point.${own.point}`)}
                    </Text>
                    <PointBadge point={own} />
                  </span>
                  <span className={classes.cut}>
                    {(own.state === 'waived' ? own.reason : own.evidence) || t(`award:pointHint.${own.point}`)}
                  </span>
                </UnstyledButton>
              ))}
            </div>
          </div>
        ))}
      </Stack>
      {supplier === undefined || point === undefined ? null : (
        <PointDrawer
          key={`${supplier.supplierId}${point.point}`}
          award={award}
          supplier={supplier}
          point={point}
          frozen={frozen}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

function PointBadge({ point }: { readonly point: AwardPoint }) {
  const { t } = useText();
  const tone = point.state === 'open' ? 'unknown' : point.state === 'waived' ? 'warning' : 'good';
  return <StatusBadge tone={tone} label={t(`award:pointState.${point.state}`)} />;
}
