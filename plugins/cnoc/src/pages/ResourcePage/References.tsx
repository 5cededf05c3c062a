import { RiLinksLine } from '@remixicon/react';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { Panel } from '../../components/Panel/Panel';
import { ReferenceGraph } from '../../components/ReferenceGraph/ReferenceGraph';
import { plural } from '../../text/plural';
import { ReferenceList } from './ReferenceList';
import styles from './ResourcePage.module.css';

/**
 * What it needs and what needs it, drawn and listed.
 *
 * @internal
 */
export const References = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { fabric, resource } = props;
  const { incoming, outgoing } = resource.references;
  return (
    <Panel
      title="References"
      note={`${plural(incoming.length, 'resource')} need it, it needs ${
        outgoing.length
      }`}
    >
      {incoming.length + outgoing.length === 0 ? (
        <EmptyState
          icon={<RiLinksLine size={28} aria-hidden />}
          title="Stands alone"
        >
          It refers to nothing and nothing refers to it, so deleting it would
          break no other resource.
        </EmptyState>
      ) : (
        <>
          <ReferenceGraph
            kind={resource.kind}
            name={resource.name}
            incoming={incoming}
            outgoing={outgoing}
          />
          <div className={styles.references}>
            <ReferenceList
              fabric={fabric}
              title="Needed by"
              none="Nothing refers to it."
              references={incoming}
            />
            <ReferenceList
              fabric={fabric}
              title="Needs"
              none="It refers to nothing."
              references={outgoing}
            />
          </div>
        </>
      )}
    </Panel>
  );
};
