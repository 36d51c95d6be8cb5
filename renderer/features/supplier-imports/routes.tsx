import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../app/routes.tsx';

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/suppliers/import',
  component: lazyRouteComponent(() => import('./supplier-import-screen.tsx'), 'SupplierImportScreen'),
});

export const supplierImportsRoutes = [importRoute] as const;
