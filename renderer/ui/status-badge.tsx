import { IconAlertTriangle, IconCircle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warning' | 'bad' | 'unknown';

const icons: Readonly<Record<Tone, ReactNode>> = {
  neutral: <IconCircle size={12} aria-hidden />,
  accent: <IconCircle size={12} aria-hidden />,
  good: <IconCircleCheck size={12} aria-hidden />,
  warning: <IconAlertTriangle size={12} aria-hidden />,
  bad: <IconCircleX size={12} aria-hidden />,
  unknown: <IconHelpCircle size={12} aria-hidden />,
};

/** A state in words with an icon; its colour only repeats what they say. */
export function StatusBadge(props: { readonly tone: Tone; readonly label: string; readonly title?: string }) {
  const { tone, label, title } = props;
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      {icons[tone]}
      {label}
    </span>
  );
}
