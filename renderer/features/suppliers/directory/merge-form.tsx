import { Button, Group, Radio, Stack, Table, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import type { MergedField } from '../../../../shared/contract/supplier-merges.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { fieldName } from '../../../app/errors.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { FACTS, factText } from './facts.ts';
import { useMergeSuppliers } from './mutations.ts';
import { useMergePreview } from './queries.ts';

/** Field by field which value stays: where only one of the two knows something, there is nothing to choose. */
export function MergeForm(props: {
  readonly keep: Id;
  readonly merge: Id;
  readonly onSwap: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useText();
  const { language } = useLanguage();
  const nameOf = useName();
  const readOnly = useReadOnly();
  const preview = useMergePreview(props.keep, props.merge);
  const merging = useMergeSuppliers();
  const [take, setTake] = useState<readonly MergedField[]>([]);
  if (preview.isError) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <LoadingRows />;
  const { keep, merge, moves } = preview.data;
  const rows = FACTS.map((field) => ({
    field,
    ours: factText(field, keep, t, language),
    theirs: factText(field, merge, t, language),
  })).filter(({ ours, theirs }) => ours !== '' || theirs !== '');
  const choose = (field: MergedField, theirs: boolean) =>
    setTake((before) => (theirs ? [...before, field] : before.filter((one) => one !== field)));
  const moved = moves.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Button variant="subtle" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={props.onBack}>
          {t('back')}
        </Button>
        <Button variant="default" leftSection={<IconArrowsExchange size={14} aria-hidden />} onClick={props.onSwap}>
          {t('suppliers:merge.swap')}
        </Button>
      </Group>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>{t('suppliers:merge.field')}</Table.Th>
            <Table.Th>{t('suppliers:merge.stays', { name: nameOf(keep) })}</Table.Th>
            <Table.Th>{t('suppliers:merge.goes', { name: nameOf(merge) })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ field, ours, theirs }) => {
            const name = fieldName(field, t);
            const isChoice = ours !== '' && theirs !== '' && ours !== theirs;
            const takesTheirs = isChoice ? take.includes(field) : ours === '';
            const cell = (text: string, isTheirs: boolean) =>
              isChoice ? (
                <Radio
                  name={`merge-${field}`}
                  label={text}
                  aria-label={`${name}: ${text}`}
                  checked={takesTheirs === isTheirs}
                  onChange={() => choose(field, isTheirs)}
                />
              ) : (
                <span className={takesTheirs === isTheirs || ours === theirs ? '' : 'hj-quiet'}>{text}</span>
              );
            return (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }}>
                  {name}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{cell(ours, false)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{cell(theirs, true)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Text size="sm">
        {t('suppliers:merge.moves', { count: moved })}{' '}
        {merge.quoteCount === 0 ? null : t('suppliers:merge.quotesOf', { count: merge.quoteCount })}
      </Text>
      <Text size="sm" className="hj-quiet">
        {t('suppliers:merge.once')}
      </Text>
      {readOnly ? null : (
        <Button
          loading={merging.isPending}
          style={{ alignSelf: 'flex-end' }}
          onClick={() =>
            merging.mutate(
              {
                keep: { id: keep.id, revision: keep.revision },
                merge: { id: merge.id, revision: merge.revision },
                take: [...take],
              },
              { onSuccess: props.onBack },
            )
          }
        >
          {t('suppliers:merge.merge')}
        </Button>
      )}
    </Stack>
  );
}
