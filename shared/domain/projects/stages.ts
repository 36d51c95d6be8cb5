/** The stages of a sourcing project, in their order (PRODUCT M2). */
export const PROJECT_STAGES = [
  'search',
  'inquiry',
  'quotes',
  'samples',
  'evaluation',
  'negotiation',
  'award',
  'closed',
] as const;
export type ProjectStage = (typeof PROJECT_STAGES)[number];
