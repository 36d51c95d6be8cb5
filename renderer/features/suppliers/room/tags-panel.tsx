import { TagsInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useSupplierCounts } from '../queries.ts';
import { useSaveTags } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel } from './panel.tsx';

const LONGEST = 300;

/** Words of the buyer's own, saved as they are set. */
export function TagsPanel() {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const save = useSaveTags();
  const known = useSupplierCounts().data?.tags ?? [];
  return (
    <Panel title={t('suppliers:section.tags')}>
      <TagsInput
        aria-label={t('suppliers:section.tags')}
        placeholder={profile.tags.length === 0 ? t('suppliers:tagsPlaceholder') : ''}
        data={known.map(({ tag }) => tag)}
        maxTags={30}
        readOnly={readOnly}
        value={save.isPending ? save.variables.tags : profile.tags}
        onChange={(tags) => save.mutate({ supplierId: supplier.id, tags: tags.map((tag) => tag.slice(0, LONGEST)) })}
      />
    </Panel>
  );
}
