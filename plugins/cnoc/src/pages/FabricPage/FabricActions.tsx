import { useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiGitPullRequestLine, RiScales3Line } from '@remixicon/react';
import {
  cnocFabricSyncPermission,
  type Fabric,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { describeError } from '../../errors/describeError';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { nextAction } from '../../model/nextAction';

/**
 * Read git, compare, and the one next action.
 *
 * @internal
 */
export const FabricActions = (props: {
  fabric: Fabric;
  onChanged: () => void;
}) => {
  const { fabric, onChanged } = props;
  const api = useApi(cnocApiRef);
  const toast = useApi(toastApiRef);
  const links = useCnocLinks();
  const permission = useFabricPermission(cnocFabricSyncPermission, fabric.name);
  const [busy, setBusy] = useState<'sync' | 'check'>();
  const next = nextAction(fabric);

  const run = async (what: 'sync' | 'check') => {
    setBusy(what);
    try {
      await (what === 'sync'
        ? api.syncFabric(fabric.name)
        : api.checkFabric(fabric.name));
    } catch (error) {
      toast.post({
        title:
          what === 'sync' ? 'Git could not be read' : 'Comparing did not work',
        description: describeError(error).reason,
        status: 'danger',
      });
    } finally {
      setBusy(undefined);
      onChanged();
    }
  };

  return (
    <>
      <GuardedButton
        variant="secondary"
        iconStart={<RiScales3Line />}
        busy={busy === 'check'}
        allowed={permission.allowed && busy !== 'sync'}
        onPress={() => run('check')}
      >
        Check
      </GuardedButton>
      <GuardedButton
        variant="secondary"
        iconStart={<RiGitPullRequestLine />}
        busy={busy === 'sync'}
        allowed={permission.allowed && busy !== 'check'}
        whyNot={permission.whyNot}
        onPress={() => run('sync')}
      >
        Sync
      </GuardedButton>
      {next.kind === 'review' && (
        <ButtonLink href={links.plan(fabric.name)}>{next.label}</ButtonLink>
      )}
      {next.kind === 'watch' && (
        <ButtonLink href={links.deployment(fabric.name, next.deployment)}>
          {next.label}
        </ButtonLink>
      )}
      {(next.kind === 'fixConnection' || next.kind === 'fixSync') && (
        <ButtonLink href={`${links.fabric(fabric.name)}#${next.kind}`}>
          {next.label}
        </ButtonLink>
      )}
    </>
  );
};
