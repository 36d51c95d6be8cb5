/** Views that lists are kept under. */
export const listViews = {
  menu: 'View: {{name}}',
  none: 'All',
  changed: '{{name}} (changed)',
  keep: 'Keep as a new view…',
  keepTitle: 'Keep as a new view',
  namePlaceholder: 'Expiring this month',
  taken: 'This list already has a view of that name.',
  saveChanges: 'Save changes to “{{name}}”',
  makeDefault: 'Open the list with this view',
  notDefault: 'No longer open the list with it',
  default: 'opens with it',
  rename: 'Rename view',
  delete: 'Delete view',
};
