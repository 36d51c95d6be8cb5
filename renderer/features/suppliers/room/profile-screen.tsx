import { useText } from '../../../i18n/use-text.ts';
import { AttachmentPanel } from '../../attachments/attachment-panel.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { CertificatesPanel } from './certificates-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { ContradictionsPanel } from './contradictions-panel.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { NamesPanel } from './names-panel.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel } from './panel.tsx';
import { PayeesPanel } from './payees-panel.tsx';
import { ProfileForm } from './profile-form.tsx';
import classes from './room.module.css';
import { SourcesPanel } from './sources-panel.tsx';
import { TagsPanel } from './tags-panel.tsx';

/** Who the supplier is: what is stated once on the left, what comes in rows on the right. */
export function ProfileScreen() {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  return (
    <div className={classes.screen}>
      <div>
        <ProfileForm key={supplier.id} supplier={supplier} />
      </div>
      <div>
        <ContradictionsPanel />
        <NamesPanel />
        <PayeesPanel />
        <CertificatesPanel />
        <FiguresPanel />
        <ContactsPanel />
        <SourcesPanel />
        <TagsPanel />
        <Panel title={t('suppliers:section.files')}>
          <AttachmentPanel owner={{ ownerKind: 'supplier', ownerId: supplier.id }} readOnly={readOnly} />
        </Panel>
      </div>
    </div>
  );
}
