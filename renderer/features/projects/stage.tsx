import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { PROJECT_STAGES, type ProjectStage } from '../../../shared/domain/projects/stages.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import classes from './stage.module.css';

/** Being searched, being decided, decided, over: the words say it, the tone repeats it. */
const tones: Readonly<Record<ProjectStage, Tone>> = {
  search: 'neutral',
  inquiry: 'neutral',
  quotes: 'accent',
  samples: 'accent',
  evaluation: 'accent',
  negotiation: 'accent',
  award: 'good',
  closed: 'neutral',
};

export function StageBadge({ stage }: { readonly stage: ProjectStage }) {
  const { t } = useText();
  return <StatusBadge tone={tones[stage]} label={t(`stage.${stage}`)} />;
}

/** The stage as a badge that opens the list of stages. */
export function StageMenu(props: {
  readonly stage: ProjectStage;
  readonly onChange: (stage: ProjectStage) => void;
  readonly disabled: boolean;
}) {
  const { stage, onChange, disabled } = props;
  const { t } = useText();
  if (disabled) return <StageBadge stage={stage} />;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.button}
          aria-label={t('projects:changeStage', { stage: t(`stage.${stage}`) })}
        >
          <StageBadge stage={stage} />
          <IconChevronDown size={13} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {PROJECT_STAGES.map((one) => (
          <Menu.Item key={one} onClick={() => onChange(one)} {...(one === stage ? { 'aria-current': true } : {})}>
            <StageBadge stage={one} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
