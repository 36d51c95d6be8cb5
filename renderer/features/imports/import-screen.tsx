import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportMappingInput, ImportPreview } from '../../../shared/contract/imports.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useProject } from '../projects/queries.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportFrame, type Upload } from './import-frame.tsx';
import { discardUpload } from './mutations.ts';
import { type SheetChoice, usePreview } from './queries.ts';
import { SheetStep } from './sheet-step.tsx';

const anySheet: SheetChoice = { sheet: null, encoding: null, headerRow: null };

/** From a quote file to quotes: file, sheet and encoding, columns, check. Nothing is stored before the last step. */
export function ImportScreen() {
  const { projectId } = useParams({ from: '/workspace/projects/$projectId/import' });
  const { t } = useText();
  const name = useName();
  const navigate = useNavigate();
  const project = useProject(projectId);
  useCrumb(1, project.data === undefined ? undefined : name(project.data), `/projects/${projectId}`);
  useCrumb(2, t('imports:title'));
  const [step, setStep] = useState(0);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [choice, setChoice] = useState<SheetChoice>(anySheet);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<ImportMappingInput | null>(null);

  const takeFile = (next: Upload) => {
    if (upload !== null) discardUpload(upload.uploadId);
    setUpload(next);
    setChoice(anySheet);
    setPreview(null);
    setMapping(null);
    setStep(1);
  };
  const takeSheet = (next: ImportPreview) => {
    setPreview(next);
    // Coming back without another sheet keeps what was set up.
    if (mapping === null || preview === null || !sameTable(preview, next)) setMapping(next.guess.mapping);
    setStep(2);
  };
  const leave = () => {
    if (upload !== null) discardUpload(upload.uploadId);
    void navigate({ to: '/projects/$projectId/quotes', params: { projectId } });
  };

  return (
    <ImportFrame
      title={t('imports:title')}
      hint={project.data === undefined ? undefined : name(project.data)}
      step={step}
      onStep={setStep}
      onLeave={leave}
    >
      {step === 0 || upload === null ? (
        <FileStep
          hint={t('imports:fileHint')}
          kinds={t('imports:fileKinds')}
          current={upload}
          onTaken={takeFile}
          onKeep={() => setStep(1)}
        />
      ) : null}
      {step === 1 && upload !== null ? (
        <QuoteSheetStep
          projectId={projectId}
          upload={upload}
          choice={choice}
          onChoice={setChoice}
          onBack={() => setStep(0)}
          onNext={takeSheet}
        />
      ) : null}
      {step === 2 && preview !== null && mapping !== null ? (
        <ColumnsStep
          preview={preview}
          mapping={mapping}
          onMapping={setMapping}
          onBack={() => setStep(1)}
          onNext={() => setStep(3)}
        />
      ) : null}
      {step === 3 && upload !== null && mapping !== null ? (
        <CheckStep
          request={{
            projectId,
            uploadId: upload.uploadId,
            sheet: choice.sheet,
            encoding: choice.encoding,
            mapping,
          }}
          onBack={() => setStep(2)}
          onDone={() => void navigate({ to: '/projects/$projectId/compare', params: { projectId } })}
        />
      ) : null}
    </ImportFrame>
  );
}

/** The sheet of quotes as it is read, and how its columns are guessed. */
function QuoteSheetStep(props: {
  readonly projectId: Id;
  readonly upload: Upload;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onBack: () => void;
  readonly onNext: (preview: ImportPreview) => void;
}) {
  const { projectId, upload, ...step } = props;
  const { t } = useText();
  const preview = usePreview(projectId, upload.uploadId, step.choice);
  return (
    <SheetStep {...step} preview={preview} note={preview.data?.remembered ? t('imports:remembered') : undefined} />
  );
}

function sameTable(a: ImportPreview, b: ImportPreview): boolean {
  const identity = ({ sheet, encoding, extent }: ImportPreview) =>
    JSON.stringify([sheet, encoding?.name, extent.headerRow, extent.headerRows]);
  return identity(a) === identity(b);
}
