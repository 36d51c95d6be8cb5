import { getRouteApi } from '@tanstack/react-router';
import type { SampleRoundDetails } from '../../../shared/contract/samples.ts';
import { formatMoneyWithCode, formatScore } from '../../../shared/kernel/format.ts';
import { isNamedPicture } from '../../features/attachments/pictures.ts';
import { useAttachmentsOf } from '../../features/attachments/queries.ts';
import { useSampleRound } from '../../features/samples/queries.ts';
import { byCode, isHidden } from '../../features/samples/whose.ts';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import report from '../report-document.module.css';
import { ChecklistTable } from './checklist-table.tsx';
import classes from './sheet.module.css';
import { SheetFrame, type SheetSearch } from './sheet-frame.tsx';
import { SheetPhoto } from './sheet-photo.tsx';
import { useSheetWords } from './sheet-words.ts';

const route = getRouteApi('/print/samples/$roundId');

/** The blank test sheet of a round, or its results. A blind one names codes only, on paper too. */
export function SamplesSheetPage() {
  const { roundId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const found = useSampleRound(roundId);
  if (found.isError) return <ErrorState error={found.error} />;
  if (found.isPending) return <LoadingForm />;
  return (
    <Sheet details={found.data} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
  );
}

function Sheet(props: {
  readonly details: SampleRoundDetails;
  readonly search: SheetSearch;
  readonly onSearch: (search: SheetSearch) => void;
}) {
  const { details, search, onSearch } = props;
  const { round, points, costs } = details;
  const words = useSheetWords(search.language);
  const { say } = words;
  const { blank } = search;
  const hidden = isHidden(round) || (blank && round.isBlind);
  const samples = byCode(details.samples);
  const headOf = (sample: (typeof samples)[number]) => {
    const supplier = words.name({ nameEn: sample.supplierNameEn, nameZh: sample.supplierNameZh });
    if (hidden) return say((t) => t('samples:sampleOf', { code: sample.code }));
    return round.isBlind ? `${sample.code} · ${supplier}` : supplier;
  };
  const files = useAttachmentsOf(samples.map(({ id }) => ({ ownerKind: 'sample', ownerId: id })));
  const title = `${round.title} · ${say((t) => t('samples:number', { number: round.number }))}`;
  return (
    <SheetFrame
      title={title}
      head={round.title}
      of="samples"
      id={round.id}
      search={search}
      onSearch={onSearch}
      isWhole={blank || files.every((own) => own !== undefined)}
    >
      <header>
        <h1>{say((t) => t(blank ? 'samples:tab.sheet' : 'samples:report'))}</h1>
        <p>{title}</p>
        {round.specification === '' ? null : <p>{round.specification}</p>}
      </header>
      <section>
        <ChecklistTable
          points={points}
          columns={samples.map((sample) => ({ id: sample.id, head: headOf(sample), answers: sample.answers }))}
          isBlank={blank}
          words={words}
          golden={new Map()}
        />
      </section>
      {blank ? null : (
        <section>
          <h2>{say((t) => t('inspections:column.result'))}</h2>
          <table className={report.table}>
            <thead>
              <tr>
                <th scope="col">{say((t) => t('samples:tab.samples'))}</th>
                <th scope="col">{say((t) => t('samples:score'))}</th>
                <th scope="col">{say((t) => t('samples:field.verdict'))}</th>
                <th scope="col">{say((t) => t('samples:field.verdictReason'))}</th>
              </tr>
            </thead>
            <tbody>
              {samples.map((sample) => (
                <tr key={sample.id}>
                  <td>
                    {headOf(sample)}
                    {round.goldenSampleId === sample.id ? ` (${say((t) => t('samples:golden'))})` : ''}
                  </td>
                  <td>
                    {sample.score.scoreHundredths === null
                      ? say((t) => t('unknown'))
                      : formatScore(sample.score.scoreHundredths)}
                  </td>
                  <td>{say((t) => t(`samples:verdict.${sample.verdict ?? 'none'}`))}</td>
                  <td>{sample.verdictReason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {hidden
            ? null
            : costs.map(({ currency, totalMinor, unknown }) => (
                <p key={currency}>
                  {say((t) => t('samples:costs'))}: {formatMoneyWithCode(totalMinor, currency)}
                  {unknown === 0 ? '' : ` · ${say((t) => t('samples:unknownCosts', { count: unknown }))}`}
                </p>
              ))}
        </section>
      )}
      <section>
        <h2>{say((t) => t('samples:tab.photos'))}</h2>
        <div className={classes.photos}>
          {samples.flatMap((sample, index) =>
            blank
              ? [
                  <div key={sample.id}>
                    <div className={classes.slot} />
                    <div className={classes.caption}>{headOf(sample)}</div>
                  </div>,
                ]
              : (files[index] ?? [])
                  .filter(isNamedPicture)
                  .map((file) => (
                    <SheetPhoto
                      key={`${sample.id} ${file.id}`}
                      file={file}
                      caption={`${headOf(sample)}: ${file.fileName}`}
                      words={words}
                    />
                  )),
          )}
        </div>
      </section>
      <div className={classes.signatures}>
        <div>{say((t) => t('inspections:field.inspector'))}</div>
        <div>{say((t) => t('date'))}</div>
      </div>
    </SheetFrame>
  );
}
