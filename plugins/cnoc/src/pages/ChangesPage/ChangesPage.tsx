import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink, Header } from '@backstage/ui';
import { RiDraftLine, RiForbidLine } from '@remixicon/react';
import {
  cnocFabricEditPermission,
  type CommitResult,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { PageBody } from '../../components/PageBody/PageBody';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { useServerState } from '../../hooks/useServerState';
import { FabricCrumbs } from '../FabricPage/FabricCrumbs';
import { ChangeBlockers } from './ChangeBlockers';
import { ChangedFiles } from './ChangedFiles';
import { ChangeSummary } from './ChangeSummary';
import { CommitPanel } from './CommitPanel';
import { CommittedPanel } from './CommittedPanel';
import { PlanOutlook } from './PlanOutlook';

/**
 * What would this commit change, in git and then in the cluster?
 *
 * @internal
 */
export const ChangesPage = () => {
  const { fabric = '' } = useParams();
  const api = useApi(cnocApiRef);
  const links = useCnocLinks();
  const edit = useFabricPermission(cnocFabricEditPermission, fabric);
  const [committed, setCommitted] = useState<{
    result: CommitResult;
    /** What was shown then */
    preview: string;
  }>();
  const { data, error, loading, updatedAt, refresh } = useServerState(
    `${fabric} ${edit.allowed}`,
    async signal =>
      edit.allowed
        ? api.previewDrafts(fabric, {}, { signal })
        : Promise.reject(new Error('Not allowed')),
    { fabric, keepPrevious: true },
  );
  // Until the drafts were looked at again, the button would offer what was just committed.
  const shown = JSON.stringify(data);
  const isOld = error !== undefined || committed?.preview === shown;
  return (
    <FabricCrumbs
      fabric={fabric}
      page={{ label: 'Changes', href: links.changes(fabric) }}
    >
      <CnocRoot>
        <Header title={`Changes to ${fabric}`} />
      </CnocRoot>
      <PageBody>
        {edit.whyNot && (
          <EmptyState
            icon={<RiForbidLine size={32} aria-hidden />}
            title="You may not edit this fabric"
          >
            {edit.whyNot}
          </EmptyState>
        )}
        {committed && (
          <CommittedPanel fabric={fabric} result={committed.result} />
        )}
        {edit.allowed && loading && (
          <LoadingRows
            label="Working out what a commit would change"
            rows={6}
          />
        )}
        {edit.allowed && error && !data && (
          <ErrorPanel
            title="What a commit would change could not be worked out"
            error={error}
            stillWorks="The drafts are kept, and git is as it was."
            onRetry={refresh}
          />
        )}
        {edit.allowed && data && (
          <>
            {error && (
              <StaleBand
                since={updatedAt ?? new Date()}
                cause={describeError(error).reason}
              />
            )}
            {data.files.length === 0 && data.blockers.length === 0 ? (
              !committed && (
                <EmptyState
                  icon={<RiDraftLine size={32} aria-hidden />}
                  title="Nothing to commit"
                  action={
                    <ButtonLink href={links.fabric(fabric, 'git')}>
                      To the fabric’s git
                    </ButtonLink>
                  }
                >
                  Drafts of resources would stand here as the change that they
                  make.
                </EmptyState>
              )
            ) : (
              <>
                <ChangeBlockers preview={data} />
                <ChangeSummary preview={data} />
                <PlanOutlook fabric={fabric} plan={data.plan} />
                <ChangedFiles preview={data} />
                <CommitPanel
                  fabric={fabric}
                  preview={data}
                  isOld={isOld}
                  onCommitted={result => {
                    setCommitted({ result, preview: shown });
                    refresh();
                  }}
                  onMoved={refresh}
                />
              </>
            )}
          </>
        )}
      </PageBody>
    </FabricCrumbs>
  );
};
