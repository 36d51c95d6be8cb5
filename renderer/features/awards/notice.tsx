import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './awards.module.css';

/** Where something stands, said once and quietly: a badge, a word beside it, and what is to be done below. */
export function Notice(props: {
  readonly tone: 'good' | 'warning';
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  const { tone, title, text = '', children } = props;
  return (
    <div className={classes.notice} role="status">
      <StatusBadge tone={tone} label={title} />
      {text === '' ? null : (
        <Text span size="sm" className="hj-quiet" ms="sm">
          {text}
        </Text>
      )}
      {children}
    </div>
  );
}
