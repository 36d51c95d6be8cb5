import { useNavigate } from '@tanstack/react-router';
import { describeError, failureOf } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { toastError } from '../../ui/toasts.tsx';
import { useCreateWorkspace, useOpenSample, useOpenWorkspace, useRestoreWorkspace } from './mutations.ts';
import type { Refusal } from './workspace-refusal.tsx';

export interface Opening {
  readonly create: (input: { dir: string; name: string; baseCurrency: string }) => void;
  readonly open: (dir: string, readOnly?: boolean) => void;
  readonly restore: (dir: string, backup: string) => void;
  readonly sample: () => void;
  readonly isPending: (way: 'create' | 'open' | 'restore' | 'sample') => boolean;
}

/** The ways into a workspace; a refusal is handed on with what was tried, anything else is told in a toast. */
export function useOpening(onRefusal: (refusal: Refusal | null) => void): Opening {
  const { t } = useText();
  const navigate = useNavigate();
  const create = useCreateWorkspace();
  const open = useOpenWorkspace();
  const restore = useRestoreWorkspace();
  const sample = useOpenSample();
  const told = {
    onSuccess: () => {
      onRefusal(null);
      void navigate({ to: '/projects' });
    },
    onError: (error: Error) => {
      const failure = failureOf(error);
      if (failure?.code === 'WORKSPACE_REFUSED') onRefusal(failure.data);
      else toastError(describeError(error, t), t('workspaces:refusal.title'));
    },
  };
  return {
    create: (input) => create.mutate(input, told),
    open: (dir, readOnly = false) => open.mutate({ dir, readOnly }, told),
    restore: (dir, backup) => restore.mutate({ dir, backup }, told),
    sample: () => sample.mutate({}, told),
    isPending: (way) => ({ create, open, restore, sample })[way].isPending,
  };
}
