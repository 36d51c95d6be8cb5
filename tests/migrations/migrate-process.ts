import { migrate, openConnection } from '../../electron/db/open.ts';
import { MIGRATIONS } from './two-versions.ts';

/** Upgrades the database named on the command line, to be killed while at it. */
const { sqlite } = openConnection(process.argv[2] ?? '');
process.stdout.write('starting\n');
migrate(sqlite, { id: 'upgrade', at: '', actor: '', label: '{"key":"upgradeWorkspace","params":{}}' }, MIGRATIONS);
process.stdout.write('done\n');
