import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { DuplicateReason } from '../../../../shared/domain/suppliers/duplicates.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { useText } from '../../../i18n/use-text.ts';
import { BilingualName } from '../../../ui/bilingual-name.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import classes from './directory.module.css';
import { MergeForm } from './merge-form.tsx';
import { useDuplicates } from './queries.ts';

/** Suppliers that may stand in the directory twice, and how two become one. */
export function DuplicatesDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const pairs = useDuplicates();
  const [chosen, setChosen] = useState<{ readonly keep: Id; readonly merge: Id } | null>(null);
  return (
    <SideDrawer opened onClose={onClose} title={t('suppliers:merge.title')} size={760}>
      {chosen !== null ? (
        <MergeForm
          key={`${chosen.keep} ${chosen.merge}`}
          {...chosen}
          onSwap={() => setChosen({ keep: chosen.merge, merge: chosen.keep })}
          onBack={() => setChosen(null)}
        />
      ) : pairs.isError ? (
        <ErrorState error={pairs.error} retry={() => void pairs.refetch()} />
      ) : pairs.data === undefined ? (
        <LoadingRows />
      ) : pairs.data.length === 0 ? (
        <EmptyState title={t('suppliers:merge.none')} hint={t('suppliers:merge.noneHint')} />
      ) : (
        <Stack gap={0}>
          <Text size="sm" className="hj-quiet" pb="sm">
            {t('suppliers:merge.hint')}
          </Text>
          {pairs.data.map(({ first, second, reasons }) => (
            <Group
              key={`${first.id} ${second.id}`}
              className={classes.pair ?? ''}
              justify="space-between"
              wrap="nowrap"
            >
              <Stack gap={2} miw={0}>
                <BilingualName {...first} />
                <BilingualName {...second} />
                <Group gap={6}>
                  {reasons.map((reason) => (
                    <ReasonBadge key={reason} reason={reason} />
                  ))}
                </Group>
              </Stack>
              <Button
                variant="default"
                flex="none"
                aria-label={t('suppliers:merge.lookAt', {
                  first: first.nameEn || first.nameZh,
                  second: second.nameEn || second.nameZh,
                })}
                onClick={() => setChosen({ keep: first.id, merge: second.id })}
              >
                {t('suppliers:merge.look')}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
    </SideDrawer>
  );
}

function ReasonBadge({ reason }: { readonly reason: DuplicateReason }) {
  const { t } = useText();
  return (
    <StatusBadge
      tone={reason === 'similarName' ? 'unknown' : 'neutral'}
      label={t(`suppliers:merge.reason.${reason}`)}
    />
  );
}
