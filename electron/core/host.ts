/** What a host (Electron or the browser host) lends to the core. The core never asks which one it is. */
export interface Host {
  readonly kind: 'electron' | 'browser';
  /** The system's folder dialog, null when cancelled; absent where the host has none. */
  readonly pickFolder: (() => Promise<string | null>) | null;
  /** Makes a PDF of a page of the renderer ("/print/…"); absent where no browser engine is at hand. */
  readonly renderPdf: ((path: string, options: PdfOptions) => Promise<Uint8Array>) | null;
}

export interface PdfOptions {
  readonly paper: 'A4' | 'Letter';
  readonly signal: AbortSignal;
}

export interface Log {
  info(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}
