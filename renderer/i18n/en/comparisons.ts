export const comparisons = {
  title: 'Compare',
};
