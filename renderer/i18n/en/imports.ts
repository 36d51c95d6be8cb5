export const imports = {
  title: 'Import quotes',
  /** Why a file cannot be read (UNREADABLE errors). */
  fileError: {
    other: 'The file cannot be read ({{code}}).',
  },
};
