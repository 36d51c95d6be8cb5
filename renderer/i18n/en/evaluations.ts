export const evaluations = {
  title: 'Evaluate',
};
