/** The Award room: scenarios, decision, letters. */
export const awards = {
  title: 'Award',
};
