import { Anchor, Breadcrumbs, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useText } from '../i18n/use-text.ts';

export interface Crumb {
  readonly label: string;
  /** An address of this program; absent for where the user is. */
  readonly href?: string;
}

type Crumbs = ReadonlyMap<number, Crumb>;

const CrumbsShown = createContext<Crumbs>(new Map());
const SetCrumb = createContext<(depth: number, crumb: Crumb | null) => void>(() => undefined);

export function CrumbsProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<Crumbs>(new Map());
  const setCrumb = useMemo(
    () => (depth: number, crumb: Crumb | null) =>
      setCrumbs((before) => {
        const after = new Map(before);
        if (crumb === null) after.delete(depth);
        else after.set(depth, crumb);
        return after;
      }),
    [],
  );
  return (
    <SetCrumb value={setCrumb}>
      <CrumbsShown value={crumbs}>{children}</CrumbsShown>
    </SetCrumb>
  );
}

/** A screen names its place: depth 0 is the room (Sourcing), 1 the thing in it (a project), 2 its part (Compare). */
export function useCrumb(depth: number, label: string | undefined, href?: string): void {
  const setCrumb = use(SetCrumb);
  useEffect(() => {
    if (label === undefined) return;
    setCrumb(depth, href === undefined ? { label } : { label, href });
    return () => setCrumb(depth, null);
  }, [setCrumb, depth, label, href]);
}

export function CrumbTrail() {
  const { t } = useText();
  const crumbs = [...use(CrumbsShown).entries()].sort(([a], [b]) => a - b).map(([, crumb]) => crumb);
  return (
    <nav aria-label={t('app:nav.breadcrumb')}>
      <Breadcrumbs separatorMargin={6} separator="›">
        {crumbs.map((crumb, index) =>
          crumb.href === undefined || index === crumbs.length - 1 ? (
            <Text
              key={crumb.label}
              lh={1.5}
              truncate
              maw={320}
              aria-current={index === crumbs.length - 1 ? 'page' : undefined}
            >
              {crumb.label}
            </Text>
          ) : (
            <Anchor
              key={crumb.label}
              component={Link}
              to={crumb.href}
              c="dimmed"
              underline="hover"
              lh={1.5}
              truncate
              maw={320}
            >
              {crumb.label}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
    </nav>
  );
}
