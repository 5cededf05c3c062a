import { useState, type ReactNode } from 'react';
import { Button, Select } from '@backstage/ui';
import { DiagnosticList } from '../../components/DiagnosticList/DiagnosticList';
import { Expandable } from '../../components/Expandable/Expandable';
import { FilterField } from '../../components/FilterField/FilterField';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { describeVerdict } from '../../model/describeVerdict';
import { countVerdicts, type Verdict } from '../../model/mergeVerdicts';
import { plural } from '../../text/plural';
import styles from './ImportPage.module.css';

/** Rows that are drawn at once. */
const STEP = 100;
const ANY = 'any';

/**
 * What would become of each document or resource.
 *
 * @internal
 */
export const VerdictList = (props: {
  title: string;
  items: readonly Verdict[];
  /** Stands before a row, for example a checkbox */
  before?: (item: Verdict) => ReactNode;
}) => {
  const { title, items, before } = props;
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<string>(ANY);
  const [shown, setShown] = useState(STEP);
  const counts = countVerdicts(items);
  const found = items.filter(
    item =>
      (verdict === ANY || item.verdict === verdict) &&
      `${item.kind ?? ''} ${item.name ?? ''}`
        .toLowerCase()
        .includes(text.trim().toLowerCase()),
  );
  return (
    <>
      <div className={styles.filters}>
        <FilterField
          label="Filter"
          placeholder="Kind or part of the name   ( / )"
          value={text}
          onChange={setText}
        />
        <Select
          aria-label="Verdict"
          size="small"
          value={verdict}
          onChange={value => setVerdict(String(value ?? ANY))}
          options={[
            { value: ANY, label: 'Any verdict' },
            ...(['create', 'update', 'same', 'invalid'] as const).map(
              value => ({
                value,
                label: `${describeVerdict(value).word} (${counts[value]})`,
              }),
            ),
          ]}
        />
      </div>
      <Panel flush title={title} note={`${found.length} of ${items.length}`}>
        <RowList label={title}>
          {found.slice(0, shown).map((item, index) => {
            const { tone, word } = describeVerdict(item.verdict);
            return (
              <li key={`${item.kind}/${item.name}/${item.line}/${index}`}>
                <Expandable
                  label={`Remarks on ${item.kind ?? 'the document'} ${
                    item.name ?? ''
                  }`}
                  before={before?.(item)}
                  summary={
                    <div className={styles.verdict}>
                      <span className={styles.what}>
                        {item.kind ?? 'Document'}{' '}
                        {item.name && (
                          <strong>
                            <Name>{item.name}</Name>
                          </strong>
                        )}
                      </span>
                      <span className={styles.note}>
                        {item.line !== undefined && (
                          <span>line {item.line}</span>
                        )}
                        {item.file && <Name mono>{item.file}</Name>}
                        {item.diagnostics.length > 0 && (
                          <span>
                            {plural(item.diagnostics.length, 'remark')}
                          </span>
                        )}
                      </span>
                      <StatusWord tone={tone}>{word}</StatusWord>
                    </div>
                  }
                >
                  {item.diagnostics.length > 0 ? (
                    <DiagnosticList
                      label="Remarks"
                      diagnostics={item.diagnostics}
                    />
                  ) : undefined}
                </Expandable>
              </li>
            );
          })}
        </RowList>
        {found.length > shown && (
          <p className={styles.wait}>
            <Button
              size="small"
              variant="secondary"
              onPress={() => setShown(count => count + STEP)}
            >
              {`Show more of ${found.length}`}
            </Button>
          </p>
        )}
      </Panel>
    </>
  );
};
