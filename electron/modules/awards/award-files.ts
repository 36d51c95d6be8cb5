import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Progress } from '../../../shared/contract/imports.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { Download } from '../../../shared/contract/reports.ts';
import { leadingTongue, nameIn, WORDS } from '../../../shared/documents/say.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { notFound } from '../../core/procedure.ts';
import { findProject } from '../projects/projects.queries.ts';
import { letterOf } from './letters.ts';

type AwardFile = InferContractRouterInputs<typeof contract>['awards']['exportFile'] & {
  readonly paper?: 'A4' | 'Letter' | undefined;
};

/** Makes a PDF of a letter or of the saved scenarios and offers it for download. Errors: NOT_FOUND, NO_PDF, the signal's reason. */
export async function* exportAwardFile(
  core: CoreState,
  workspace: OpenedWorkspace,
  request: AwardFile,
  signal: AbortSignal,
): AsyncGenerator<Progress<Download>> {
  yield { kind: 'progress', step: 'reading', done: 0, total: 2 };
  const { path, title } = await pageOf(workspace, request);
  const { renderPdf } = core.host;
  if (renderPdf === null) throw new ORPCError('NO_PDF', { defined: true });
  yield { kind: 'progress', step: 'writing', done: 1, total: 2 };
  const dir = join(core.options.appDataDir, 'tmp');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${core.options.newId()}.pdf`);
  let download: Download;
  try {
    const pdf = await renderPdf(path, { paper: request.paper ?? 'A4', signal });
    await writeFile(file, pdf, { signal });
    signal.throwIfAborted();
    download = await core.downloads.offer(file, fileName(title), 'application/pdf');
  } catch (error) {
    await rm(file, { force: true });
    signal.throwIfAborted();
    throw error;
  }
  yield { kind: 'result', result: download };
}

async function pageOf({ database }: OpenedWorkspace, request: AwardFile): Promise<{ path: string; title: string }> {
  const paper = request.paper ?? 'A4';
  if (request.what === 'letter') {
    const letter = await letterOf(database.db, request.decisionId, request.supplierId);
    return {
      path: `/print/letters/${request.decisionId}/${request.supplierId}?${new URLSearchParams({ paper })}`,
      title: [nameIn('en', letter.supplier), WORDS.en.award.letter[letter.kind].title].join(' - '),
    };
  }
  const { language, projectId } = request;
  const project = await findProject(database.db, projectId);
  if (project === null) throw notFound('project', projectId);
  const tongue = leadingTongue(language);
  return {
    path: `/print/scenarios/${projectId}?${new URLSearchParams({ language, paper })}`,
    title: [nameIn(tongue, project), WORDS[tongue].award.scenarios.title].join(' - '),
  };
}

function fileName(title: string): string {
  const safe = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${[...safe].slice(0, 120).join('')}.pdf`;
}
