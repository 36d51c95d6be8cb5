import * as z from 'zod';
import { base, currency, id, name, revision, text } from './common.ts';

export const workspaceProfile = z.object({
  name: name.min(1),
  companyNameEn: name,
  companyNameZh: name,
  companyAddress: text,
  baseCurrency: currency,
});
export type WorkspaceProfile = z.infer<typeof workspaceProfile>;

/** Why a folder cannot be opened as it is. Each has a text and an offer below `workspace.refusal.*`. */
export const WORKSPACE_REFUSALS = [
  'notFound',
  'notAFolder',
  'noWorkspace',
  'notEmpty',
  'notWritable',
  'locked',
  'newer',
  'foreign',
  'empty',
  'damaged',
] as const;

export const backup = z.object({ file: z.string(), createdAt: z.string(), byteSize: z.number() });
export type Backup = z.infer<typeof backup>;

/** Errors of everything that opens a folder. */
const opening = base.errors({
  WORKSPACE_REFUSED: {
    data: z.object({
      kind: z.enum(WORKSPACE_REFUSALS),
      dir: z.string(),
      /** The damaged workspace can still be read. */
      canOpenReadOnly: z.boolean(),
      backups: z.array(backup),
    }),
  },
});

export const openWorkspace = workspaceProfile.extend({
  revision,
  dir: z.string(),
  isSample: z.boolean(),
  logoAttachmentId: id.nullable(),
  readOnly: z.enum(['damaged', 'folder', 'newer', 'disk']).nullable(),
  /** Attachments whose file is missing or altered. */
  brokenAttachments: z.number(),
});
export type OpenWorkspace = z.infer<typeof openWorkspace>;

export const recentWorkspace = z.object({
  dir: z.string(),
  name: z.string(),
  openedAt: z.string(),
  exists: z.boolean(),
});
export type RecentWorkspace = z.infer<typeof recentWorkspace>;

const dir = z.string().min(1).max(1_000);

export const workspaces = {
  /** What is open, what was open lately, and what this host can do. */
  state: base.input(z.object({})).output(
    z.object({
      open: openWorkspace.nullable(),
      recent: z.array(recentWorkspace),
      host: z.object({ kind: z.enum(['electron', 'browser']), canPickFolder: z.boolean(), canMakePdf: z.boolean() }),
      /** A folder to suggest for a new workspace. */
      suggestedDir: z.string(),
      version: z.string(),
      /** Today in China, by the program's clock. */
      today: z.string(),
    }),
  ),
  create: opening.input(z.object({ dir, name: name.min(1), baseCurrency: currency })).output(openWorkspace),
  open: opening.input(z.object({ dir, readOnly: z.boolean().default(false) })).output(openWorkspace),
  /** Makes (once) and opens the sample workspace. */
  openSample: opening.input(z.object({})).output(openWorkspace),
  /** Writes a backup into a new folder beside the damaged one and opens that; the old folder is not touched. */
  restore: opening.input(z.object({ dir, backup: z.string().max(300) })).output(openWorkspace),
  close: base.input(z.object({})).output(z.object({})),
  forget: base.input(z.object({ dir })).output(z.object({})),
  /** The system's folder dialog; null when cancelled or when the host has none. */
  pickFolder: base.input(z.object({})).output(z.object({ dir: z.string().nullable() })),
  update: base
    .input(z.object({ revision, changes: workspaceProfile.extend({ logoAttachmentId: id.nullable() }).partial() }))
    .output(openWorkspace),
};
