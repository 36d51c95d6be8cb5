import { Text } from '@mantine/core';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { mainSteps } from '../../../shared/domain/waterfall/main-steps.ts';
import type { QuoteProfile, Waterfall } from '../../../shared/domain/waterfall/types.ts';
import { formatMoney } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { reasonsOf } from '../comparisons/reasons.ts';
import classes from './waterfalls.module.css';

/** The difference in words, with what carries most of it. */
export function WaterfallSentence({ waterfall }: { readonly waterfall: Waterfall }) {
  const { t } = useText();
  const nameOf = useName();
  const { first, second, difference, currency, conclusive } = waterfall;
  const { reasons, against } = mainSteps(waterfall);
  const list = (parts: typeof reasons) => parts.map((part) => t(`waterfall:because.${part}`)).join(t('waterfall:and'));
  const names = { first: nameOf(first), second: nameOf(second) };
  const sizes = [Math.abs(difference.lowMinor), Math.abs(difference.highMinor)].sort((a, b) => a - b);
  const [least = 0, most = 0] = sizes;
  const amount =
    least === most
      ? `${formatMoney(most, currency)} ${currency}`
      : `${formatMoney(least, currency)} … ${formatMoney(most, currency)} ${currency}`;
  const direction = difference.highMinor < 0 ? 'cheaper' : difference.lowMinor > 0 ? 'dearer' : null;
  if (direction === null) {
    const isEqual = difference.lowMinor === 0 && difference.highMinor === 0;
    return (
      <Text className={classes.sentence}>
        {isEqual
          ? t('waterfall:sentence.equal', names)
          : t('waterfall:sentence.open', {
              ...names,
              low: formatMoney(difference.lowMinor, currency),
              high: `${formatMoney(difference.highMinor, currency)} ${currency}`,
            })}
      </Text>
    );
  }
  return (
    <Text className={classes.sentence}>
      {conclusive ? '' : `${t('waterfall:sentence.partOnly')} `}
      {t(`waterfall:sentence.${direction}`, { ...names, amount, reasons: list(reasons) })}
      {against.length === 0 ? '' : ` ${t('waterfall:sentence.against', { parts: list(against) })}`}
    </Text>
  );
}

/** What the steps cannot say. */
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
