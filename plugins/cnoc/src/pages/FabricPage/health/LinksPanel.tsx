import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import type { LinkState } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { UrlFilterField } from '../../../components/FilterField/UrlFilterField';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useServerState } from '../../../hooks/useServerState';
import { useUrlState } from '../../../hooks/useUrlState';
import { linkLooks } from '../../../model/describeSwitch';
import { plural } from '../../../text/plural';
import { LinkRow } from './LinkRow';
import styles from './SwitchesTab.module.css';

const STEP = 50;
const MAX = 500;
const ANY = 'any';

/**
 * The physical links with the state of both ends, those that are down first.
 *
 * @internal
 */
export const LinksPanel = (props: { fabric: string; staleSince?: string }) => {
  const { fabric, staleSince } = props;
  const api = useApi(cnocApiRef);
  const [wanted, setState] = useUrlState('link');
  const state = wanted in linkLooks ? (wanted as LinkState) : undefined;
  const [text] = useUrlState('text');
  const [limit, setLimit] = useState(STEP);

  const links = useServerState(
    JSON.stringify([fabric, state, text, limit]),
    signal =>
      api.listLinks(
        fabric,
        { state, text: text || undefined, limit },
        { signal },
      ),
    { fabric, keepPrevious: true },
  );
  const { data, error } = links;
  const filtered = state !== undefined || text !== '';
  return (
    <Panel flush title="Links" note={data && noteOf(data)}>
      <div className={styles.filters}>
        <UrlFilterField
          label="Filter links"
          placeholder="Part of a port or connection   ( / )"
        />
        <Select
          aria-label="State of the link"
          size="small"
          value={state ?? ANY}
          onChange={value => setState(value === ANY ? '' : String(value))}
          options={[
            { value: ANY, label: 'Any state' },
            ...Object.entries(linkLooks).map(([value, { word }]) => ({
              value,
              label: word,
            })),
          ]}
        />
      </div>
      {links.loading && <LoadingRows label="Loading links" rows={4} />}
      {error && data && (
        <StaleBand
          since={links.updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      {error && !data && (
        <ErrorPanel
          title="The links could not be loaded"
          error={error}
          onRetry={links.refresh}
        />
      )}
      {data?.items.length === 0 && (
        <EmptyState
          icon={<RiLinksLine size={28} aria-hidden />}
          title={filtered ? 'No link matches the filter' : 'No links known'}
        >
          {!filtered &&
            'They come from the connections, with the state that the agents at both ends report.'}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <div className={staleSince ? styles.stale : undefined}>
          <RowList label="Links">
            {data.items.map(link => (
              <li
                key={`${link.connection} ${link.ends
                  .map(end => `${end.device}/${end.port}`)
                  .join(' ')}`}
              >
                <LinkRow fabric={fabric} link={link} stale={!!staleSince} />
              </li>
            ))}
            {data.nextCursor && limit < MAX && (
              <li>
                <Button
                  variant="secondary"
                  onPress={() => setLimit(Math.min(limit + STEP, MAX))}
                >
                  Show more
                </Button>
              </li>
            )}
          </RowList>
        </div>
      )}
    </Panel>
  );
};

function noteOf(data: { totalItems?: number; items: unknown[] }): string {
  return `${plural(data.totalItems ?? data.items.length, 'link')}, down first`;
}
