import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SupplierImportPreview, SupplierMappingInput } from '../../../shared/contract/supplier-imports.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { FileStep } from '../imports/file-step.tsx';
import { ImportFrame, type Upload } from '../imports/import-frame.tsx';
import { discardUpload } from '../imports/mutations.ts';
import type { SheetChoice } from '../imports/queries.ts';
import { SheetStep } from '../imports/sheet-step.tsx';
import { useSupplierPreview } from './queries.ts';
import { SupplierCheckStep } from './supplier-check-step.tsx';
import { SupplierColumnsStep } from './supplier-columns-step.tsx';

const anySheet: SheetChoice = { sheet: null, encoding: null, headerRow: null };

/** From a sheet of suppliers to the directory: file, sheet and encoding, columns, check. Nothing is stored before the last step. */
export function SupplierImportScreen() {
  const { t } = useText();
  const navigate = useNavigate();
  useCrumb(1, t('supplierImports:title'));
  const [step, setStep] = useState(0);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [choice, setChoice] = useState<SheetChoice>(anySheet);
  const [preview, setPreview] = useState<SupplierImportPreview | null>(null);
  const [mapping, setMapping] = useState<SupplierMappingInput | null>(null);

  const takeFile = (next: Upload) => {
    if (upload !== null) discardUpload(upload.uploadId);
    setUpload(next);
    setChoice(anySheet);
    setPreview(null);
    setMapping(null);
    setStep(1);
  };
  const takeSheet = (next: SupplierImportPreview) => {
    setPreview(next);
    // Coming back without another sheet keeps what was set up.
    if (mapping === null || preview === null || !sameTable(preview, next)) setMapping(next.mapping);
    setStep(2);
  };
  const goBack = () => void navigate({ to: '/suppliers' });
  const leave = () => {
    if (upload !== null) discardUpload(upload.uploadId);
    goBack();
  };

  return (
    <ImportFrame title={t('supplierImports:title')} step={step} onStep={setStep} onLeave={leave}>
      {step === 0 || upload === null ? (
        <FileStep
          hint={t('supplierImports:fileHint')}
          kinds={t('supplierImports:fileKinds')}
          current={upload}
          onTaken={takeFile}
          onKeep={() => setStep(1)}
        />
      ) : null}
      {step === 1 && upload !== null ? (
        <SupplierSheetStep
          upload={upload}
          choice={choice}
          onChoice={setChoice}
          onBack={() => setStep(0)}
          onNext={takeSheet}
        />
      ) : null}
      {step === 2 && preview !== null && mapping !== null ? (
        <SupplierColumnsStep
          preview={preview}
          mapping={mapping}
          onMapping={setMapping}
          onBack={() => setStep(1)}
          onNext={() => setStep(3)}
        />
      ) : null}
      {step === 3 && upload !== null && mapping !== null ? (
        <SupplierCheckStep
          fileName={upload.fileName}
          request={{ uploadId: upload.uploadId, sheet: choice.sheet, encoding: choice.encoding, mapping }}
          onBack={() => setStep(2)}
          onDone={goBack}
        />
      ) : null}
    </ImportFrame>
  );
}

/** The sheet as it is read. */
function SupplierSheetStep(props: {
  readonly upload: Upload;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onBack: () => void;
  readonly onNext: (preview: SupplierImportPreview) => void;
}) {
  const { upload, ...step } = props;
  return <SheetStep {...step} preview={useSupplierPreview(upload.uploadId, step.choice)} />;
}

function sameTable(a: SupplierImportPreview, b: SupplierImportPreview): boolean {
  const identity = ({ sheet, encoding, mapping }: SupplierImportPreview) =>
    JSON.stringify([sheet, encoding?.name, mapping.headerRow]);
  return identity(a) === identity(b);
}
