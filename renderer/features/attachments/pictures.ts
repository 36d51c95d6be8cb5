import type { Attachment } from '../../../shared/contract/attachments.ts';

/** Kinds the program shows itself; everything else is only saved. A drawing that could carry a script is not among them. */
const PICTURE = /\.(png|jpe?g|gif|webp)$/i;
const PDF = /\.pdf$/i;

/** True for a file that is shown as a picture. Its name decides, as it does for the host that serves it. */
export function isPicture(file: Pick<Attachment, 'fileName' | 'state'>): boolean {
  return file.state !== 'missing' && isNamedPicture(file);
}

/** True for a file that is a picture or was one before it went missing. */
export function isNamedPicture({ fileName }: Pick<Attachment, 'fileName'>): boolean {
  return PICTURE.test(fileName);
}

/** True for a file that opens in the browser's own viewer, in a window that may run nothing. */
export function isPdf({ fileName }: Pick<Attachment, 'fileName'>): boolean {
  return PDF.test(fileName);
}

/** A picture from the clipboard has no name of its own: "Pasted picture 2026-03-02 14.05.33.png". */
export function nameOfPasted(file: File, words: string, now: Date): File {
  if (!/^image\.\w+$/i.test(file.name) && file.name !== '') return file;
  const stamp = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  const ending = /^image\/(png|jpeg|gif|webp)$/.exec(file.type)?.[1]?.replace('jpeg', 'jpg') ?? 'png';
  return new File([file], `${words} ${stamp}.${ending}`, { type: file.type });
}
