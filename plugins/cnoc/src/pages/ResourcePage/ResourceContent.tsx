import { RiCheckboxCircleLine } from '@remixicon/react';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { DifferenceList } from '../../components/DifferenceList/DifferenceList';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { FindingRow } from '../../components/FindingRow/FindingRow';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { YamlDiff } from '../../components/YamlDiff/YamlDiff';
import { plural } from '../../text/plural';
import { References } from './References';
import { ResourceFacts } from './ResourceFacts';
import { ResourceLayers } from './ResourceLayers';

/** @internal */
export const ResourceContent = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { fabric, resource } = props;
  const { differences, openFindings, desired, live, staleSince } = resource;
  const comparable = desired !== undefined && live !== undefined;
  return (
    <>
      <ResourceLayers resource={resource} />
      {openFindings.length > 0 && (
        <Panel
          flush
          title="Findings"
          note={plural(openFindings.length, 'open finding')}
        >
          <RowList label="Findings">
            {openFindings.map(finding => (
              <li key={finding.id}>
                <FindingRow
                  hideResource
                  fabric={fabric}
                  // The differences stand in full right below.
                  finding={{ ...finding, differences: [] }}
                />
              </li>
            ))}
          </RowList>
        </Panel>
      )}
      {resource.facts.length > 0 && <ResourceFacts facts={resource.facts} />}
      <Panel
        title="Differences"
        note={
          differences.length > 0
            ? plural(differences.length, 'field')
            : undefined
        }
      >
        {differences.length > 0 && (
          <DifferenceList differences={differences} staleSince={staleSince} />
        )}
        {differences.length === 0 && comparable && (
          <EmptyState
            icon={<RiCheckboxCircleLine size={28} aria-hidden />}
            title={
              staleSince
                ? 'No difference when the cluster was last seen'
                : 'Git and cluster agree in every field'
            }
          />
        )}
        {differences.length === 0 && !comparable && (
          <span>
            {desired
              ? 'Only git has it, so there is nothing to compare.'
              : 'Only the cluster has it, so there is nothing to compare.'}
          </span>
        )}
      </Panel>
      <Panel
        flush
        title="YAML"
        note="canonical form, as both sides are compared"
      >
        <YamlDiff
          desired={desired?.yaml}
          live={live?.yaml}
          staleSince={staleSince}
        />
      </Panel>
      <References fabric={fabric} resource={resource} />
    </>
  );
};
