import { SAMPLE_INSPECTIONS } from '../../../../resources/sample/inspections.ts';
import type { SamplePhoto } from '../../../../resources/sample/quality-types.ts';
import { SAMPLE_ROUNDS } from '../../../../resources/sample/sample-rounds.ts';
import type { AttachmentStore } from '../../../attachments/store.ts';
import type { ActionScope } from '../../../core/action.ts';
import { insertAttachment, linkAttachment, type Owner } from '../../attachments/attachments.queries.ts';
import { drawPhoto } from './draw-photo.ts';

type Stored = Awaited<ReturnType<AttachmentStore['put']>>;
/** The stored bytes by the name of the file. */
export type SamplePhotos = ReadonlyMap<string, Stored>;

/** Draws every photo of the sample and stores its bytes. */
export async function storeSamplePhotos(store: AttachmentStore): Promise<SamplePhotos> {
  const photos = [
    ...SAMPLE_ROUNDS.flatMap(({ samples }) => samples.flatMap((sample) => sample.photos ?? [])),
    ...SAMPLE_INSPECTIONS.flatMap(({ photos: own = [], defects = [] }) => [
      ...own,
      ...defects.flatMap((defect) => defect.photos ?? []),
    ]),
  ];
  // Together: one is drawn while others are packed and written.
  const stored = photos.map(async (photo) => [photo.file, await store.put(once(await drawPhoto(photo)))] as const);
  return new Map(await Promise.all(stored));
}

/** Files of one owner, in their order. */
export async function attachPhotos(
  { trx, newId, now }: ActionScope,
  photos: SamplePhotos,
  owner: Owner,
  own: readonly SamplePhoto[],
): Promise<void> {
  for (const { file } of own) {
    const stored = photos.get(file);
    if (stored === undefined) throw new Error(`the sample names a photo it does not have: ${file}`);
    const id = newId();
    await insertAttachment(trx, { id, fileName: file, mediaType: 'image/png', ...stored, createdAt: now });
    await linkAttachment(trx, newId(), id, owner);
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
