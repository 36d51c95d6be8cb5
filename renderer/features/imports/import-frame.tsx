import { Stepper } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './imports.module.css';

const STEPS = ['file', 'sheet', 'columns', 'check'] as const;

export interface Upload {
  readonly uploadId: Id;
  readonly fileName: string;
}

/** What every import from a sheet stands in: its head, and the four steps to it. */
export function ImportFrame(props: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const { title, hint, step, onStep, onLeave, children } = props;
  const { t } = useText();
  return (
    <div className={classes.screen}>
      <PageHeader title={title} hint={hint} actions={[{ label: t('imports:leave'), onClick: onLeave }]} />
      <Stepper active={step} onStepClick={onStep} className={classes.stepper} size="sm">
        {STEPS.map((one, index) => (
          <Stepper.Step key={one} label={t(`imports:steps.${one}`)} allowStepSelect={index < step} />
        ))}
      </Stepper>
      <div className={classes.panel}>{children}</div>
    </div>
  );
}
