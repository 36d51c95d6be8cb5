import { getRouteApi } from '@tanstack/react-router';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { DEFECT_CLASSES } from '../../../shared/domain/aql/plan.ts';
import { formatCount, formatScore } from '../../../shared/kernel/format.ts';
import { isNamedPicture } from '../../features/attachments/pictures.ts';
import { useAttachmentsOf } from '../../features/attachments/queries.ts';
import { useInspection } from '../../features/inspections/queries.ts';
import { reasonText } from '../../features/inspections/reason-text.ts';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import report from '../report-document.module.css';
import { ChecklistTable } from './checklist-table.tsx';
import classes from './sheet.module.css';
import { SheetFrame, type SheetSearch } from './sheet-frame.tsx';
import { SheetPhoto } from './sheet-photo.tsx';
import { type SheetWords, useSheetWords } from './sheet-words.ts';

const route = getRouteApi('/print/inspections/$inspectionId');

/** The blank checklist of an inspection, or its result, alone on the page. */
export function InspectionSheetPage() {
  const { inspectionId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const found = useInspection(inspectionId);
  if (found.isError) return <ErrorState error={found.error} />;
  if (found.isPending) return <LoadingForm />;
  return (
    <Sheet details={found.data} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
  );
}

function Sheet(props: {
  readonly details: InspectionDetails;
  readonly search: SheetSearch;
  readonly onSearch: (search: SheetSearch) => void;
}) {
  const { details, search, onSearch } = props;
  const { inspection, points, answers, defects, golden, score } = details;
  const words = useSheetWords(search.language);
  const { say } = words;
  const { blank } = search;
  const supplier = { nameEn: inspection.supplierNameEn, nameZh: inspection.supplierNameZh };
  const item = { nameEn: inspection.itemNameEn, nameZh: inspection.itemNameZh };
  const kind = say((t) => t(`inspections:kind.${inspection.kind}`));
  const title = `${say((t) => t('inspections:numbered', { number: inspection.number }))} · ${kind}`;
  const owners = [
    { ownerKind: 'inspection' as const, ownerId: inspection.id },
    ...defects.map(({ id }) => ({ ownerKind: 'inspectionDefect' as const, ownerId: id })),
  ];
  const files = useAttachmentsOf(owners);
  const photos = files.flatMap((own, index) =>
    (own ?? []).filter(isNamedPicture).map((file) => ({
      file,
      caption:
        index === 0 ? file.fileName : `${say((t) => t('inspections:defect.of', { number: index }))}: ${file.fileName}`,
    })),
  );
  const fact = (label: string, value: string) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  const isGoods = inspection.kind === 'preShipment';
  return (
    <SheetFrame
      title={title}
      head={words.name(supplier)}
      of="inspections"
      id={inspection.id}
      search={search}
      onSearch={onSearch}
      isWhole={blank || files.every((own) => own !== undefined)}
    >
      <header>
        <h1>{say((t) => t(blank ? 'inspections:tab.checklist' : 'inspections:report'))}</h1>
        <p>{title}</p>
        <dl className={classes.facts}>
          {fact(
            say((t) => t('inspections:field.supplier')),
            words.name(supplier),
          )}
          {isGoods
            ? fact(
                say((t) => t('inspections:field.item')),
                words.name(item) || inspection.title,
              )
            : null}
          {fact(
            say((t) => t('inspections:field.place')),
            inspection.place,
          )}
          {fact(
            say((t) => t('inspections:field.plannedOn')),
            inspection.plannedOn ?? '',
          )}
          {fact(
            say((t) => t('inspections:field.doneOn')),
            blank ? '' : (inspection.doneOn ?? ''),
          )}
          {fact(
            say((t) => t('inspections:field.inspector')),
            inspection.inspector,
          )}
          {isGoods ? (
            <>
              {fact(
                say((t) => t('inspections:field.batch')),
                inspection.batch,
              )}
              {fact(
                say((t) => t('inspections:field.lotSize')),
                inspection.lotSize === null ? '' : formatCount(inspection.lotSize),
              )}
              {fact(
                say((t) => t('inspections:field.inspected')),
                blank ? '' : inspection.inspectedQuantity === null ? '' : formatCount(inspection.inspectedQuantity),
              )}
            </>
          ) : null}
        </dl>
      </header>
      {blank ? null : <Verdict details={details} words={words} />}
      {isGoods ? <Plan details={details} words={words} isBlank={blank} /> : null}
      <section>
        <h2>
          {say((t) => t('inspections:tab.checklist'))}
          {blank || score.scoreHundredths === null
            ? ''
            : ` · ${say((t) => t('samples:score'))} ${formatScore(score.scoreHundredths)}`}
        </h2>
        <ChecklistTable
          points={points}
          columns={[{ id: 'result', head: say((t) => t('checklist:result')), answers }]}
          isBlank={blank}
          words={words}
          golden={new Map((golden?.readings ?? []).map(({ originId, readings }) => [originId, readings]))}
        />
      </section>
      {isGoods ? <Defects details={details} words={words} isBlank={blank} /> : null}
      <section>
        <h2>{say((t) => t('inspections:tab.photos'))}</h2>
        <div className={classes.photos}>
          {blank
            ? [1, 2, 3, 4, 5, 6].map((slot) => <div key={slot} className={classes.slot} />)
            : photos.map(({ file, caption }) => (
                <SheetPhoto key={`${caption} ${file.id}`} file={file} caption={caption} words={words} />
              ))}
        </div>
        {!blank && photos.length === 0 ? <p>{say((t) => t('inspections:attach.none'))}</p> : null}
      </section>
      {inspection.notes === '' && !blank ? null : (
        <section>
          <h2>{say((t) => t('inspections:field.notes'))}</h2>
          {blank ? [1, 2, 3].map((line) => <div key={line} className={classes.write} />) : <p>{inspection.notes}</p>}
        </section>
      )}
      <div className={classes.signatures}>
        <div>{say((t) => t('inspections:field.inspector'))}</div>
        <div>{say((t) => t('inspections:field.supplier'))}</div>
      </div>
    </SheetFrame>
  );
}

function Verdict({ details, words }: { readonly details: InspectionDetails; readonly words: SheetWords }) {
  const { inspection, computed } = details;
  const { overrideResult, overrideReason, overrideBy, overrideAt } = inspection;
  return (
    <div className={classes.verdict}>
      <strong>{words.say((t) => t(`inspections:result.${inspection.result}`))}</strong>
      {overrideResult === null ? null : (
        <p>
          {words.say((t) =>
            t('inspections:overridden', {
              reason: overrideReason,
              by: overrideBy,
              date: overrideAt?.slice(0, 10) ?? '',
            }),
          )}{' '}
          {words.say((t) => t('inspections:computed', { result: t(`inspections:result.${computed.result}`) }))}
        </p>
      )}
      {computed.reasons.map((reason) => (
        <p key={JSON.stringify(reason)}>{words.say((t) => reasonText(reason, t))}</p>
      ))}
      {inspection.previousNumber === null ? null : (
        <p>{words.say((t) => t('inspections:repeats', { number: inspection.previousNumber ?? '' }))}</p>
      )}
    </div>
  );
}

function Plan(props: { readonly details: InspectionDetails; readonly words: SheetWords; readonly isBlank: boolean }) {
  const { details, words, isBlank } = props;
  const { plan, computed, inspection } = details;
  const { say } = words;
  if (plan === null) return null;
  return (
    <section>
      <h2>{say((t) => t('inspections:plan.title'))}</h2>
      <p>
        {say((t) => t('inspections:plan.standard'))}.{' '}
        {say((t) =>
          t('inspections:plan.letter', { lot: inspection.lotSize ?? 0, level: inspection.level, letter: plan.letter }),
        )}{' '}
        <strong>{say((t) => t('inspections:plan.inspect', { count: plan.sampleSize }))}</strong>
      </p>
      <table className={report.table}>
        <thead>
          <tr>
            <th scope="col">{say((t) => t('inspections:plan.class'))}</th>
            <th scope="col">AQL</th>
            <th scope="col">n</th>
            <th scope="col">Ac</th>
            <th scope="col">Re</th>
            <th scope="col">{say((t) => t('inspections:plan.found'))}</th>
            <th scope="col">{say((t) => t('inspections:plan.verdict'))}</th>
          </tr>
        </thead>
        <tbody>
          {DEFECT_CLASSES.map((one) => {
            const row = plan.classes[one];
            const verdict = computed.lot?.classes[one];
            return (
              <tr key={one}>
                <td>{say((t) => t(`inspections:class.${one}`))}</td>
                <td>{row.limit}</td>
                <td>{row.sampleSize ?? '–'}</td>
                <td>{row.accept}</td>
                <td>{row.reject}</td>
                <td>{isBlank ? <span className={classes.line} /> : (verdict?.defects ?? '')}</td>
                <td>
                  {isBlank || verdict === undefined ? (
                    <>
                      <span className={classes.option}>
                        <span className={classes.box} />
                        {say((t) => t('inspections:passes'))}
                      </span>
                      <span className={classes.option}>
                        <span className={classes.box} />
                        {say((t) => t('inspections:fails'))}
                      </span>
                    </>
                  ) : (
                    say((t) => t(verdict.passes ? 'inspections:passes' : 'inspections:fails'))
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        {DEFECT_CLASSES.flatMap((one) => {
          const { arrow, letter, sampleSize } = plan.classes[one];
          if (arrow === null || letter === null) return [];
          return [
            say((t) =>
              t(`inspections:plan.${arrow}`, {
                class: t(`inspections:class.${one}`),
                from: plan.letter,
                to: letter,
                n: sampleSize ?? 0,
              }),
            ),
          ];
        }).join(' ')}
        {plan.inspectsAll ? say((t) => t('inspections:plan.all')) : ''}
      </p>
    </section>
  );
}

function Defects(props: {
  readonly details: InspectionDetails;
  readonly words: SheetWords;
  readonly isBlank: boolean;
}) {
  const { details, words, isBlank } = props;
  const { say } = words;
  const { defects } = details;
  return (
    <section>
      <h2>{say((t) => t('inspections:tab.defects'))}</h2>
      {defects.length === 0 && !isBlank ? (
        <p>{say((t) => t('inspections:defect.empty'))}</p>
      ) : (
        <table className={report.table}>
          <thead>
            <tr>
              <th scope="col">{say((t) => t('inspections:defect.class'))}</th>
              <th scope="col">{say((t) => t('inspections:defect.count'))}</th>
              <th scope="col">{say((t) => t('inspections:defect.description'))}</th>
            </tr>
          </thead>
          <tbody>
            {isBlank
              ? [1, 2, 3, 4, 5, 6].map((line) => (
                  <tr key={line}>
                    <td>
                      {DEFECT_CLASSES.map((one) => (
                        <span key={one} className={classes.option}>
                          <span className={classes.box} />
                          {say((t) => t(`inspections:class.${one}`))}
                        </span>
                      ))}
                    </td>
                    <td>
                      <span className={classes.line} />
                    </td>
                    <td>
                      <span className={`${classes.line} ${classes.wide}`} />
                    </td>
                  </tr>
                ))
              : defects.map((defect) => (
                  <tr key={defect.id}>
                    <td>{say((t) => t(`inspections:class.${defect.class}`))}</td>
                    <td>{defect.count}</td>
                    <td>{defect.description}</td>
                  </tr>
                ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
