import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  cnocFabricDeletePermission,
  cnocFabricUpdatePermission,
  type Fabric,
} from '@cnoc/backstage-plugin-cnoc-common';
import { EditFabricDialog } from '../../../components/FabricForm/EditFabricDialog';
import { orphanPolicies } from '../../../components/FabricForm/ScopeFields';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { InlineLink } from '../../../components/InlineLink/InlineLink';
import { Name } from '../../../components/Name/Name';
import { OwnerLink } from '../../../components/OwnerLink/OwnerLink';
import { Panel } from '../../../components/Panel/Panel';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import { joinWords } from '../../../text/joinWords';
import { DeleteFabricDialog } from './DeleteFabricDialog';
import styles from './FabricSettings.module.css';

/**
 * What the fabric is: its names, owner, places and scope, and the ways to change or forget it.
 *
 * @internal
 */
export const FabricSettingsPanel = (props: { fabric: Fabric }) => {
  const { fabric } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const mayUpdate = useFabricPermission(
    cnocFabricUpdatePermission,
    fabric.name,
  );
  const mayDelete = useFabricPermission(
    cnocFabricDeletePermission,
    fabric.name,
  );
  // An engine that does not say it has fabrics from configuration only.
  const fixed =
    fabric.origin === 'api'
      ? undefined
      : 'Comes from the portal’s configuration: change it there, under cnoc.fabrics.';
  const reasons = [
    fixed,
    fixed ? undefined : mayUpdate.whyNot,
    fixed ? undefined : mayDelete.whyNot,
  ].filter(reason => reason !== undefined);
  const { repository, cluster, scope } = fabric;
  const facts: [string, ReactNode][] = [
    ['Title', fabric.title ? <Name>{fabric.title}</Name> : 'none'],
    [
      'Description',
      fabric.description ? <Name>{fabric.description}</Name> : 'none',
    ],
    ['Environment', fabric.environment ?? 'none'],
    [
      'Owner',
      fabric.owner ? <OwnerLink owner={fabric.owner} /> : 'nobody is told',
    ],
    [
      'In git',
      <>
        <InlineLink href={links.repository(repository.name)}>
          <Name>{repository.name}</Name>
        </InlineLink>{' '}
        <Name mono>{`@${repository.branch}:${repository.path}`}</Name>
      </>,
    ],
    [
      'In the cluster',
      <>
        <InlineLink href={links.cluster(cluster.name)}>
          <Name>{cluster.name}</Name>
        </InlineLink>{' '}
        namespace <Name mono>{cluster.namespace}</Name>
        {cluster.lab && ' (a lab)'}
      </>,
    ],
    ['Orphaned', orphanPolicies[scope?.orphans ?? 'managed']],
    ...(scope?.kinds?.length
      ? [['Kinds', joinWords(scope.kinds)] as [string, ReactNode]]
      : []),
    ...(Object.keys(scope?.labels ?? {}).length > 0
      ? [
          [
            'Only with labels',
            <Name mono>
              {Object.entries(scope?.labels ?? {})
                .map(([key, value]) => `${key}=${value}`)
                .join(', ')}
            </Name>,
          ] as [string, ReactNode],
        ]
      : []),
  ];
  return (
    <Panel
      title="This fabric"
      actions={
        <>
          <GuardedButton
            variant="secondary"
            allowed={!fixed && mayUpdate.allowed}
            onPress={() => setOpen('edit')}
          >
            Edit
          </GuardedButton>
          <GuardedButton
            variant="secondary"
            destructive
            allowed={!fixed && mayDelete.allowed}
            // Said once for both, behind the last.
            whyNot={reasons.length > 0 ? reasons.join(' ') : undefined}
            onPress={() => setOpen('delete')}
          >
            Delete
          </GuardedButton>
        </>
      }
    >
      <dl className={styles.facts}>
        {facts.flatMap(([label, value]) => [
          <dt key={`${label} name`}>{label}</dt>,
          <dd key={label}>{value}</dd>,
        ])}
      </dl>
      {open === 'edit' && (
        <EditFabricDialog
          fabric={fabric}
          // The engine signals the change, and the page loads it.
          onSaved={() => setOpen(undefined)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'delete' && (
        <DeleteFabricDialog
          fabric={fabric}
          onDeleted={() => navigate(links.fabrics(), { replace: true })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  );
};
