export const items = {
  title: 'Items',
};
