/** Closed lists of a supplier's profile. Each word has a text below `supplier.*` in both languages. */

/** Membership on the platform: none (no badge), 诚信通, 实力商家, 源头工厂. Unknown is null, which is not "none". */
export const TIERS = ['none', 'basic', 'strong', 'sourceFactory'] as const;
export type Tier = (typeof TIERS)[number];

/** Credit grade of the platform. A scale of its own, never mixed with tiers or with performance grades. */
export const CREDIT_GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const;
export type CreditGrade = (typeof CREDIT_GRADES)[number];

/** Badges beside the tier [seed]. */
export const BADGES = ['verified', 'factory', 'gold', 'vip', 'superFactory'] as const;
export type Badge = (typeof BADGES)[number];

/** What the supplier says it is. */
export const BUSINESS_KINDS = ['factory', 'trader', 'factoryAndTrader'] as const;
export type BusinessKind = (typeof BUSINESS_KINDS)[number];

export const SPOKEN_LANGUAGES = ['zh', 'en', 'yue', 'ru', 'es', 'ar', 'ja', 'ko', 'de', 'fr'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

export const CONTACT_CHANNELS = ['wechat', 'wangwang', 'phone', 'email', 'other'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export const COMMUNICATION_CHANNELS = ['wechat', 'wangwang', 'phone', 'email', 'video', 'visit', 'other'] as const;
export type CommunicationChannel = (typeof COMMUNICATION_CHANNELS)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const PAYEE_KINDS = ['company', 'personal'] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

/** Papers beside the licence, which stands on the supplier itself. */
export const CERTIFICATE_KINDS = [
  'iso9001',
  'iso14001',
  'ce',
  'fcc',
  'rohs',
  'reach',
  'foodContact',
  'testReport',
  'factoryAudit',
  'socialAudit',
  'trademark',
  'exportLicence',
  'other',
] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
