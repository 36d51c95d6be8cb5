/** What a supplier's timeline can be filtered by. */
export const TIMELINE_KINDS = [
  'quotes',
  'communication',
  'figures',
  'checks',
  'papers',
  'standing',
  'samples',
  'inspections',
  'awards',
  'dossiers',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What can happen with a supplier, by the kind it is filed under. */
export const TIMELINE_EVENTS = {
  quotes: ['quote', 'confirmation'],
  communication: ['communication', 'askSheet'],
  figures: ['reading'],
  checks: ['check'],
  papers: ['certificateIssued', 'certificateExpires', 'documentIssued', 'documentExpires'],
  standing: ['flag', 'override', 'disqualified', 'cleared'],
  samples: ['sampleRequested', 'sampleShipped', 'sampleReceived'],
  inspections: ['inspectionPlanned', 'inspectionDone'],
  awards: ['awarded', 'awardReopened'],
  dossiers: ['dossier'],
} as const satisfies Readonly<Record<TimelineKind, readonly string[]>>;
export type TimelineEvent = (typeof TIMELINE_EVENTS)[TimelineKind][number];
