import type { Holiday } from '../../shared/domain/holidays/visit-advice.ts';

/**
 * Public holidays of mainland China. 2025 and 2026 are the days off that the State Council announced (notices of November 2024
 * and November 2025); for 2027 only the days that the law fixes (Regulation on Public Holidays, 2024 revision) are known here:
 * the announced days off are longer, and the user adds them when they are published.
 */
export const CHINA_HOLIDAYS: readonly (Holiday & { readonly key: string; readonly isAnnounced: boolean })[] = [
  announced('2025-new-year', 'holiday', 'New Year', '元旦', '2025-01-01', '2025-01-01'),
  announced('2025-spring', 'springFestival', 'Spring Festival', '春节', '2025-01-28', '2025-02-04'),
  announced('2025-qingming', 'holiday', 'Qingming Festival', '清明节', '2025-04-04', '2025-04-06'),
  announced('2025-labour', 'holiday', 'Labour Day', '劳动节', '2025-05-01', '2025-05-05'),
  announced('2025-dragon-boat', 'holiday', 'Dragon Boat Festival', '端午节', '2025-05-31', '2025-06-02'),
  announced('2025-national', 'holiday', 'National Day and Mid-Autumn', '国庆节、中秋节', '2025-10-01', '2025-10-08'),
  announced('2026-new-year', 'holiday', 'New Year', '元旦', '2026-01-01', '2026-01-03'),
  announced('2026-spring', 'springFestival', 'Spring Festival', '春节', '2026-02-15', '2026-02-23'),
  announced('2026-qingming', 'holiday', 'Qingming Festival', '清明节', '2026-04-04', '2026-04-06'),
  announced('2026-labour', 'holiday', 'Labour Day', '劳动节', '2026-05-01', '2026-05-05'),
  announced('2026-dragon-boat', 'holiday', 'Dragon Boat Festival', '端午节', '2026-06-19', '2026-06-21'),
  announced('2026-mid-autumn', 'holiday', 'Mid-Autumn Festival', '中秋节', '2026-09-25', '2026-09-27'),
  announced('2026-national', 'holiday', 'National Day', '国庆节', '2026-10-01', '2026-10-07'),
  statutory('2027-new-year', 'holiday', 'New Year', '元旦', '2027-01-01', '2027-01-01'),
  statutory('2027-spring', 'springFestival', 'Spring Festival', '春节', '2027-02-05', '2027-02-08'),
  statutory('2027-qingming', 'holiday', 'Qingming Festival', '清明节', '2027-04-05', '2027-04-05'),
  statutory('2027-labour', 'holiday', 'Labour Day', '劳动节', '2027-05-01', '2027-05-02'),
  statutory('2027-dragon-boat', 'holiday', 'Dragon Boat Festival', '端午节', '2027-06-09', '2027-06-09'),
  statutory('2027-mid-autumn', 'holiday', 'Mid-Autumn Festival', '中秋节', '2027-09-15', '2027-09-15'),
  statutory('2027-national', 'holiday', 'National Day', '国庆节', '2027-10-01', '2027-10-03'),
];

function announced(key: string, kind: Holiday['kind'], nameEn: string, nameZh: string, from: string, to: string) {
  return { key, kind, nameEn, nameZh, from, to, isAnnounced: true };
}

function statutory(key: string, kind: Holiday['kind'], nameEn: string, nameZh: string, from: string, to: string) {
  return { key, kind, nameEn, nameZh, from, to, isAnnounced: false };
}
