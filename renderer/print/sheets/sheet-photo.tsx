import type { Attachment } from '../../../shared/contract/attachments.ts';
import { attachmentAddress } from '../../features/attachments/attachment-address.ts';
import classes from './sheet.module.css';
import type { SheetWords } from './sheet-words.ts';

/** A photo on a sheet. One whose file is gone or was altered says so: a report never leaves evidence out in silence. */
export function SheetPhoto(props: { readonly file: Attachment; readonly caption: string; readonly words: SheetWords }) {
  const { file, caption, words } = props;
  const { state: found } = file;
  const state = found === 'intact' ? '' : words.say((t) => t(`inspections:attach.${found}`));
  return (
    <figure className={classes.photo}>
      {found === 'missing' ? (
        <div className={classes.slot}>{state}</div>
      ) : (
        <img src={attachmentAddress(file)} alt={caption} />
      )}
      <figcaption className={classes.caption}>
        {caption}
        {state === '' ? '' : ` · ${state}`}
      </figcaption>
    </figure>
  );
}
