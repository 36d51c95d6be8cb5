export const projects = {
  title: 'Sourcing',
};
