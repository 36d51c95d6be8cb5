import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatPercent, formatScore } from '../../shared/kernel/format.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** What was judged by, as a tree, with the weight of each criterion in its group and in the whole, and who judged. */
export function CriteriaSection({ report }: { readonly report: EvaluationReport }) {
  const { assessment } = report;
  if (assessment === undefined || assessment.tree.length === 0) return null;
  const { tree, evaluators } = assessment;
  return (
    <Section title={({ report: words }) => words.section.criteria} together={tree.length + evaluators.length <= 16}>
      <table className={`${classes.table} ${classes.spaced}`}>
        <thead>
          <tr>
            <Head>{({ report: words }) => words.column.criterion}</Head>
            <Head figure>{({ report: words }) => words.column.weight}</Head>
            <Head figure>{({ report: words }) => words.column.ofWhole}</Head>
            <Head figure>{({ report: words }) => words.column.minimum}</Head>
          </tr>
        </thead>
        <tbody>
          {tree.map((node) => (
            <tr key={node.id} data-reference={node.kind === 'group' || undefined}>
              <th scope="row" style={{ paddingInlineStart: `${(node.depth - 1) * 5 + 1.5}mm` }}>
                <Name name={node} as="inline" />
                {node.kind === 'price' ? (
                  <span className={classes.sub}>
                    <Say>{({ report: words }) => words.ranking.fromTotal}</Say>
                  </span>
                ) : null}
              </th>
              <td className={classes.figure}>{formatPercent(node.weightBp)}</td>
              <td className={classes.figure}>{node.effectiveBp === null ? '' : formatPercent(node.effectiveBp)}</td>
              <td className={classes.figure}>
                {node.knockoutMinimumHundredths === null ? '' : formatScore(node.knockoutMinimumHundredths)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {evaluators.length === 0 ? null : (
        <table className={`${classes.table} ${classes.spaced}`}>
          <thead>
            <tr>
              <Head>{({ report: words }) => words.column.evaluator}</Head>
              <Head>{({ report: words }) => words.column.role}</Head>
              <Head>{({ report: words }) => words.column.state}</Head>
            </tr>
          </thead>
          <tbody>
            {evaluators.map(({ id, name, role, isBlind, handedInAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{role}</td>
                <td>
                  <Say as="stacked">
                    {({ report: { ranking } }) =>
                      isBlind ? (handedInAt === null ? ranking.notHandedIn : ranking.blind) : ranking.open
                    }
                  </Say>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {evaluators.length < 2 ? null : (
        <Key>
          <Say>{({ report: { ranking } }) => ranking.aggregation[assessment.settings.aggregation]}</Say>
        </Key>
      )}
    </Section>
  );
}
