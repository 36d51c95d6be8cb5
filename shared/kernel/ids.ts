import { v7 } from 'uuid';

/** A UUIDv7: sorts by creation time, so primary keys stay in insertion order. */
export type Id = string;

export function newId(): Id {
  return v7();
}
