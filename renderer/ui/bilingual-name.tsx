import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import classes from './bilingual-name.module.css';

interface Names {
  readonly nameEn: string;
  readonly nameZh: string;
}

/** The name in the language shown, with the other one quietly beside it. */
export function BilingualName({ nameEn, nameZh, stacked = false }: Names & { readonly stacked?: boolean }) {
  const { language } = useLanguage();
  const { t } = useText();
  const [first, second] = language === 'zh' ? [nameZh, nameEn] : [nameEn, nameZh];
  const main = first === '' ? second : first;
  const other = first === '' || second === first ? '' : second;
  if (main === '') return <span className="hj-quiet">{t('untitled')}</span>;
  return (
    <span
      className={classes.names}
      data-stacked={stacked || undefined}
      title={[main, other].filter(Boolean).join(' · ')}
    >
      <span className={classes.main}>{main}</span>
      {other === '' ? null : (
        <span className={classes.other} lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {other}
        </span>
      )}
    </span>
  );
}

/** The same choice for titles, labels and toasts. */
export function useName(): (names: Names) => string {
  const { language } = useLanguage();
  const { t } = useText();
  return ({ nameEn, nameZh }) => (language === 'zh' ? nameZh || nameEn : nameEn || nameZh) || t('untitled');
}

/** The name in the language shown alone, with the other one in the tip: for columns without room for both. */
export function OneName(names: Names) {
  return <span title={[names.nameEn, names.nameZh].filter(Boolean).join(' · ')}>{useName()(names)}</span>;
}
