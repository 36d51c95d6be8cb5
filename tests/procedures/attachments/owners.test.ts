import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ATTACHMENT_OWNERS } from '../../../shared/contract/attachments.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { buildDocument, buildInspection, haveRound } from '../../builders/inspections.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
});

afterEach(() => core.dispose());

type Owner = { readonly ownerKind: (typeof ATTACHMENT_OWNERS)[number]; readonly ownerId: Id };

const HOSTILE = [
  '../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '<img src=x onerror=alert(1)>.png',
  'a\u0000b.jpg',
  '\u202egnp.exe',
];

/** One of each kind that belongs to samples and inspections. */
async function haveOwners(): Promise<readonly Owner[]> {
  const { call } = core;
  const { round, suppliers, item } = await haveRound(call);
  const supplierId = suppliers[0]?.id ?? '';
  const { inspection } = await call.inspections.create({
    kind: 'preShipment',
    supplierId,
    fields: buildInspection({ itemId: item.id }),
  });
  const { defects } = await call.inspections.saveDefects({
    id: inspection.id,
    revision: inspection.revision,
    defects: [{ id: null, class: 'major', count: 1, description: 'burr' }],
  });
  const document = await call.qualityDocuments.create(buildDocument(supplierId));
  return [
    { ownerKind: 'sampleRound', ownerId: round.round.id },
    { ownerKind: 'sample', ownerId: round.samples[0]?.id ?? '' },
    { ownerKind: 'inspection', ownerId: inspection.id },
    { ownerKind: 'inspectionDefect', ownerId: defects[0]?.id ?? '' },
    { ownerKind: 'qualityDocument', ownerId: document.id },
  ];
}

test('hostile names stay text with every owner; the same photo of all of them lies on disk once and says where it is used', async () => {
  const { call } = core;
  const owners = await haveOwners();
  for (const owner of owners) {
    for (const name of HOSTILE) await call.attachments.add({ ...owner, file: new File(['same'], name) });
    const listed = await call.attachments.list(owner);
    expect(listed.map(({ fileName }) => fileName)).toEqual(HOSTILE.map((name) => name.replace('\u0000', '\ufffd')));
    expect(new Set(listed.map(({ sha256 }) => sha256)).size).toBe(1);
  }
  const [round, sample] = owners;
  if (round === undefined || sample === undefined) throw new Error('no owners');
  const [photo] = await call.attachments.list(sample);
  expect(photo?.useCount).toBe(owners.length);
  const uses = await call.attachments.uses({ id: photo?.id ?? '' });
  expect(uses.map(({ ownerKind }) => ownerKind).toSorted()).toEqual(
    owners.map(({ ownerKind }) => ownerKind).toSorted(),
  );
  expect(uses.find(({ ownerKind }) => ownerKind === 'sample')).toMatchObject({ nameEn: 'Anda' });

  await call.attachments.remove({ ...sample, id: photo?.id ?? '' });
  expect((await call.attachments.list(round))[0]?.useCount).toBe(owners.length - 1);
});

test('nobody attaches to what is not there, or to what lies in the bin', async () => {
  const { call } = core;
  const owners = await haveOwners();
  const [round] = owners;
  for (const { ownerKind } of owners) {
    const stranger = { ownerKind, ownerId: '00000000-0000-7000-8000-000000000000' } as const;
    await expect(call.attachments.add({ ...stranger, file: new File(['x'], 'x') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  const stored = await call.samples.get({ id: round?.ownerId ?? '' });
  await call.samples.remove({ id: stored.round.id, revision: stored.round.revision });
  await expect(
    call.attachments.add({ ownerKind: 'sampleRound', ownerId: stored.round.id, file: new File(['x'], 'x') }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
