import { Outlet } from '@tanstack/react-router';

/** The head and tabs of one project; its rooms show below. */
export function ProjectLayout() {
  return <Outlet />;
}
