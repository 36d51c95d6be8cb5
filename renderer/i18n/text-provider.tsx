import type { i18n as I18n } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { NAMESPACES } from './resources.ts';
import { TextContext } from './use-text.ts';

/**
 * Brings the texts to every screen. The library's own hook looks up all namespaces in each component that calls it, so it is
 * called once, here.
 */
export function TextProvider({ i18n, children }: { readonly i18n: I18n; readonly children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <Texts>{children}</Texts>
    </I18nextProvider>
  );
}

function Texts({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation(NAMESPACES);
  const texts = useMemo(() => ({ t, i18n }), [t, i18n]);
  return <TextContext value={texts}>{children}</TextContext>;
}
