import { Outlet } from '@tanstack/react-router';

/** The settings rooms; their list stands in the navigation. */
export function SettingsLayout() {
  return <Outlet />;
}
