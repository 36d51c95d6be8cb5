import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { RoundsTable } from '../samples/rounds-table.tsx';
import { HolidaysPart } from './holidays-part.tsx';
import { InspectionsTable } from './inspections-table.tsx';
import { PapersTable } from './papers-table.tsx';
import { INSPECTION_ROOMS } from './routes.tsx';

/** Everything that was tested and inspected, over all projects. */
export function InspectionsRoom() {
  const { t } = useText();
  const navigate = useNavigate();
  const path = useRouterState({ select: (router) => router.location.pathname });
  const room = INSPECTION_ROOMS.find((one) => path === `/inspections/${one}`) ?? 'inspections';
  useCrumb(1, room === 'inspections' ? undefined : t(`inspections:room.${room}`), path);
  return (
    <>
      <PageHeader
        title={t('inspections:title')}
        tabs={{
          tabs: INSPECTION_ROOMS.map((value) => ({ value, label: t(`inspections:room.${value}`) })),
          current: room,
          onChange: (next) => void navigate({ to: next === 'inspections' ? '/inspections' : `/inspections/${next}` }),
        }}
      />
      {room === 'samples' ? (
        <RoundsTable />
      ) : room === 'papers' ? (
        <PapersTable />
      ) : room === 'holidays' ? (
        <HolidaysPart />
      ) : (
        <InspectionsTable />
      )}
    </>
  );
}
