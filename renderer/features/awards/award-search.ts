import * as z from 'zod';

export const AWARD_VIEWS = ['scenarios', 'decision', 'letters'] as const;
export type AwardView = (typeof AWARD_VIEWS)[number];

/** The part of the award that is shown. */
export const awardSearch = z.object({ view: z.enum(AWARD_VIEWS).default('scenarios').catch('scenarios') });

export const AWARD_DEFAULTS = { view: 'scenarios' } as const;
