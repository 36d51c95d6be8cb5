import { registerHooks } from 'node:module';

/** The database worker of a program whose newest schema is that of two-versions.ts. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.endsWith('migrations/index.ts') ? new URL('./two-versions.ts', import.meta.url).href : specifier,
      context,
    ),
});
await import('../../electron/db/database-worker.ts');
