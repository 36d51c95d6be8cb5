import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildProject, buildSupplier, haveItems, haveQuotedProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('finds projects, suppliers and items by two Chinese characters, with where each belongs', async () => {
  const { call } = core;
  const { project } = await haveQuotedProject(call);
  await call.suppliers.create(buildSupplier({ nameEn: 'Straw House', nameZh: '吸管之家', region: '浙江' }));
  await call.suppliers.create(buildSupplier({ nameEn: 'Bamboo', nameZh: '竹制品' }));
  const hits = await call.search.find({ text: '吸管' });
  expect(hits.map(({ noun, title, context }) => ({ noun, title, context }))).toEqual([
    { noun: 'project', title: 'Metal straws · 金属吸管', context: '' },
    { noun: 'supplier', title: 'Straw House · 吸管之家', context: '浙江' },
    { noun: 'item', title: 'Bent straw 6 mm · 直吸管 6 mm', context: 'Metal straws' },
    { noun: 'item', title: 'Straight straw 6 mm · 直吸管 6 mm', context: 'Metal straws' },
  ]);
  expect(hits.filter(({ noun }) => noun === 'item').every(({ projectId }) => projectId === project.id)).toBe(true);
});

test('takes signs literally and leaves out what is in the bin, with all that belongs to it', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject({ nameEn: '50% off', nameZh: '' }));
  await haveItems(call, project, [{ nameEn: '50% item', nameZh: '' }]);
  await call.projects.create(buildProject({ nameEn: '500 offers', nameZh: '' }));
  expect((await call.search.find({ text: '50%' })).map(({ title }) => title)).toEqual(['50% off', '50% item']);
  await call.projects.remove({ id: project.id, revision: project.revision });
  expect(await call.search.find({ text: '50%' })).toEqual([]);
});
