import { RiCheckboxCircleLine } from '@remixicon/react';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { DifferenceList } from '../../components/DifferenceList/DifferenceList';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { Panel } from '../../components/Panel/Panel';
import { YamlDiff } from '../../components/YamlDiff/YamlDiff';
import { plural } from '../../text/plural';
import { ConnectionLinks } from './ConnectionLinks';
import { HistoryPanel } from './history/HistoryPanel';
import { IgnoredFields } from './IgnoredFields';
import { References } from './References';
import { ResourceFacts } from './ResourceFacts';
import { ResourceFindings } from './ResourceFindings';
import { ResourceLayers } from './ResourceLayers';
import { SwitchPanel } from './SwitchPanel';

/** @internal */
export const ResourceContent = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { fabric, resource } = props;
  const { kind, name, differences, openFindings, ignored = [] } = resource;
  const { desired, live, staleSince } = resource;
  const comparable = desired !== undefined && live !== undefined;
  return (
    <>
      <ResourceLayers fabric={fabric} resource={resource} />
      <ResourceFindings
        fabric={fabric}
        kind={kind}
        name={name}
        findings={openFindings}
      />
      {kind === 'Switch' && <SwitchPanel fabric={fabric} name={name} />}
      {kind === 'Connection' && (
        <ConnectionLinks
          fabric={fabric}
          name={name}
          stale={staleSince !== undefined}
        />
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
          <DifferenceList
            fabric={fabric}
            differences={differences}
            staleSince={staleSince}
          />
        )}
        {differences.length === 0 && comparable && (
          <EmptyState
            icon={<RiCheckboxCircleLine size={28} aria-hidden />}
            title={
              staleSince
                ? 'No difference when the cluster was last seen'
                : agreementOf(ignored.length)
            }
          />
        )}
        {differences.length === 0 && !comparable && (
          <span>{whyNotCompared(resource)}</span>
        )}
        <IgnoredFields fabric={fabric} ignored={ignored} />
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
      <HistoryPanel fabric={fabric} resource={resource} />
      <References fabric={fabric} resource={resource} />
    </>
  );
};

function agreementOf(ignored: number): string {
  return ignored > 0
    ? 'Git and cluster agree in every field that is compared'
    : 'Git and cluster agree in every field';
}

function whyNotCompared({ desired, layers }: ResourceDetail): string {
  if (layers.cluster.state === 'unknown') {
    return 'Whether the cluster has it is not known, so there is nothing to compare.';
  }
  return desired
    ? 'Only git has it, so there is nothing to compare.'
    : 'Only the cluster has it, so there is nothing to compare.';
}
