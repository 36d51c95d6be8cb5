import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWorkspaceState } from '../features/workspaces/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { useConnection } from './connection.ts';
import classes from './shell.module.css';

const LONG_MS = 12_000;

/** Says that the core cannot be reached, for as long as that is so. */
export function ConnectionBanner() {
  const { t } = useText();
  const state = useConnection();
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (state !== 'lost') return setLong(false);
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, [state]);
  if (state !== 'lost') return null;
  return (
    <div className={classes.banner} data-tone="bad" role="alert">
      <IconPlugConnectedX size={16} aria-hidden />
      {t(long ? 'app:connection.lostLong' : 'app:connection.lost')}
    </div>
  );
}

/** Says what the open workspace cannot do, and what is wrong with its files. */
export function WorkspaceBanners() {
  const { t } = useText();
  const open = useWorkspaceState().data?.open ?? null;
  if (open === null) return null;
  return (
    <>
      {open.readOnly === null ? null : (
        <div className={classes.banner} role="status">
          <IconAlertTriangle size={16} aria-hidden />
          {t(`app:readOnly.${open.readOnly}`)}
        </div>
      )}
      {open.brokenAttachments === 0 ? null : (
        <div className={classes.banner} role="status">
          <IconAlertTriangle size={16} aria-hidden />
          {t('app:brokenAttachments', { count: open.brokenAttachments })}
        </div>
      )}
    </>
  );
}
