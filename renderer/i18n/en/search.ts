/** Search results in the command palette. */
export const search = {
  inProject: 'in {{project}}',
  searching: 'Searching…',
};
