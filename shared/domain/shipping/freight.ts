/** Containers a full load can fill. */
export const CONTAINER_TYPES = ['20', '40', '40HQ'] as const;
export type ContainerType = (typeof CONTAINER_TYPES)[number];
