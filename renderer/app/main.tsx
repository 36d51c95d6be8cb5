import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createI18n, initialLanguage } from '../i18n/i18n.ts';
import { TextProvider } from '../i18n/text-provider.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { loadChineseLetters } from '../theme/load-chinese-letters.ts';
import { resolveVariables } from '../theme/resolver.ts';
import '../theme/styles.ts';
import { theme } from '../theme/theme.ts';
import { COLOUR_SCHEME_KEY } from './preferences.ts';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

const i18n = createI18n(initialLanguage());
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
const colourScheme = localStorageColorSchemeManager({ key: COLOUR_SCHEME_KEY });

createRoot(root).render(
  <StrictMode>
    <TextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={resolveVariables}
          colorSchemeManager={colourScheme}
          defaultColorScheme="auto"
        >
          <LocalDates>
            <RouterProvider router={router} />
            <Notifications position="bottom-right" limit={4} />
          </LocalDates>
        </MantineProvider>
      </QueryClientProvider>
    </TextProvider>
  </StrictMode>,
);
// Without them the system's letters go on standing in.
requestIdleCallback(() => void loadChineseLetters().catch(() => undefined), { timeout: 1_000 });

/** Month and day names of calendars follow the language; weeks begin on Monday in both. */
function LocalDates({ children }: { children: React.ReactNode }) {
  const { language } = useLanguage();
  const locale = language === 'zh' ? 'zh-cn' : 'en';
  dayjs.locale(locale);
  return <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}
