import { ActionIcon, Anchor, Table, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReportSummary } from '../../../shared/contract/reports.ts';
import { formatDocumentInstant } from '../../../shared/kernel/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { ExportButtons } from './export-buttons.tsx';
import { useRemoveReport } from './mutations.ts';

/** Frozen reports, newest first. A project has a handful, so they need no pages. */
export function ReportsTable(props: { readonly reports: readonly ReportSummary[]; readonly paper: 'A4' | 'Letter' }) {
  const { reports, paper } = props;
  const { t } = useText();
  const readOnly = useReadOnly();
  const remove = useRemoveReport();
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table aria-label={t('reports:title')} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('reports:column.number')}</Table.Th>
            <Table.Th>{t('reports:column.createdAt')}</Table.Th>
            <Table.Th>{t('reports:column.createdBy')}</Table.Th>
            <Table.Th>{t('reports:column.language')}</Table.Th>
            <Table.Th>{t('reports:column.files')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('delete')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.id}>
              <Table.Td>
                <Anchor
                  renderRoot={(rest) => (
                    <Link
                      {...rest}
                      to="/print/reports/$reportId"
                      params={{ reportId: report.id }}
                      search={{ language: report.language, paper }}
                    />
                  )}
                >
                  {t(report.kind === 'dossier' ? 'reports:dossierNumbered' : 'reports:numbered', {
                    number: report.number,
                  })}
                </Anchor>
              </Table.Td>
              <Table.Td>{formatDocumentInstant(report.createdAt)}</Table.Td>
              <Table.Td>{report.createdBy}</Table.Td>
              <Table.Td>{t(`reports:language.${report.language}`)}</Table.Td>
              <Table.Td>
                <ExportButtons
                  reportId={report.id}
                  number={report.number}
                  language={report.language}
                  paper={paper}
                  variant="subtle"
                />
              </Table.Td>
              <Table.Td ta="right">
                <Tooltip label={t('delete')}>
                  <ActionIcon
                    aria-label={t('reports:delete', { number: report.number })}
                    disabled={readOnly}
                    onClick={() => remove(report)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
