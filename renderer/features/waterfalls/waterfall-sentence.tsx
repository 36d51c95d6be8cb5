import { Text } from '@mantine/core';
import { waterfallSentence } from '../../../shared/documents/waterfall-text.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { QuoteProfile, Waterfall } from '../../../shared/domain/waterfall/types.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { reasonsOf } from '../comparisons/reasons.ts';
import classes from './waterfalls.module.css';

/** The difference in words, with what carries most of it. */
export function WaterfallSentence({ waterfall }: { readonly waterfall: Waterfall }) {
  const { language } = useLanguage();
  return <Text className={classes.sentence}>{waterfallSentence(waterfall, language)}</Text>;
}

/** What the steps rest on and cannot say. */
export function WaterfallNotes(props: { readonly waterfall: Waterfall; readonly comparison: Comparison }) {
  const { waterfall, comparison } = props;
  const { t } = useText();
  const nameOf = useName();
  const { leftOutItemIds, itemCount, first, second } = waterfall;
  const items = comparison.rows
    .filter(({ item }) => leftOutItemIds.includes(item.id))
    .map(({ item }) => nameOf(item))
    .join(t('comparisons:listSeparator'));
  const notes: string[] = [];
  if (leftOutItemIds.length > 0) {
    notes.push(t('waterfall:note.leftOut', { count: itemCount - leftOutItemIds.length, all: itemCount, items }));
  }
  for (const profile of [first, second]) notes.push(...notesOn(profile, nameOf(profile), t));
  return notes.length === 0 ? null : (
    <section className={classes.notes}>
      <Text component="h2" fw={600}>
        {t('waterfall:note.title')}
      </Text>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function notesOn({ openParts, exclusions, exchange }: QuoteProfile, name: string, t: Translate): string[] {
  const notes: string[] = [];
  if (openParts.length > 0) {
    const parts = openParts.map((part) => t(`quote:costPart.${part}`)).join(t('comparisons:listSeparator'));
    notes.push(t('waterfall:note.openParts', { name, parts }));
  }
  const others = exclusions.filter(({ code }) => code !== 'costUnknown');
  if (others.length > 0) {
    const reasons = reasonsOf({ exclusions: others, incomplete: [], quote: { currency: '' } }, t).join('; ');
    notes.push(t('waterfall:note.excluded', { name, reasons }));
  }
  if (exchange.state === 'unknown') notes.push(t('waterfall:note.rateUnknown', { name }));
  if (exchange.state === 'known') {
    const { receivedOn, receivedRate, usedRate } = exchange;
    notes.push(t('waterfall:note.rates', { name, date: receivedOn, received: receivedRate, used: usedRate }));
  }
  return notes;
}
