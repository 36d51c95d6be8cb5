/** The screen of reports; the words of the report itself stand in shared/texts. */
export const reports = {
  title: 'Reports',
  numbered: 'Report {{number}}',
  dossierNumbered: 'Decision dossier {{number}}',
  create: 'Freeze report',
  frozen: 'Report {{number}} is frozen.',
  preview: 'Preview',
  showPreview: 'Show preview',
  hidePreview: 'Hide preview',
  previewHint:
    'This is the report as it would be frozen now. Once frozen it keeps its figures, whatever changes later.',
  print: 'Print',
  delete: 'Delete report {{number}}',
  export: '{{format}} of report {{number}}',
  making: 'Making the {{format}} file…',
  format: { pdf: 'PDF', xlsx: 'XLSX', csv: 'CSV' },
  basis: 'Basis of the comparison',
  paper: 'Paper',
  language: { label: 'Language of the report', en: 'English', zh: '中文', both: 'Both' },
  column: { number: 'Report', createdAt: 'Frozen on', createdBy: 'By', language: 'Language', files: 'Save as' },
  empty: {
    title: 'No report yet',
    hint: 'A report freezes the comparison and the evaluation as they stand, numbered, to be printed and signed. It can be printed again later, equal to the cent.',
  },
};
