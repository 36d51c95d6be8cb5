import { useEffect } from 'react';

/** An empty page that says when the program is there, for the next page to be printed. */
export function WaitingPage() {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.printWaiting = 'true';
    return () => {
      delete dataset.printWaiting;
    };
  }, []);
  return null;
}
