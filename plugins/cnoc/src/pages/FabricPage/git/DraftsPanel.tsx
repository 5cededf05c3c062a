import { useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ButtonIcon, ButtonLink } from '@backstage/ui';
import {
  RiAddLine,
  RiDeleteBinLine,
  RiDraftLine,
  RiUploadLine,
} from '@remixicon/react';
import {
  cnocFabricEditPermission,
  type Draft,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ActionWord } from '../../../components/ActionWord/ActionWord';
import { ActorName } from '../../../components/ActorName/ActorName';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { InlineLink } from '../../../components/InlineLink/InlineLink';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Name } from '../../../components/Name/Name';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { StatusWord } from '../../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { describeError } from '../../../errors/describeError';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import { useServerState } from '../../../hooks/useServerState';
import { describeDraft } from '../../../model/describeDraft';
import { plural } from '../../../text/plural';
import { DiscardDraftsDialog } from './DiscardDraftsDialog';
import styles from './GitTab.module.css';

const SHOWN = 100;

/**
 * Changes that are not in git yet, and how to make more of them.
 *
 * @internal
 */
export const DraftsPanel = ({ fabric }: { fabric: string }) => {
  const api = useApi(cnocApiRef);
  const toast = useApi(toastApiRef);
  const links = useCnocLinks();
  const edit = useFabricPermission(cnocFabricEditPermission, fabric);
  const [discarding, setDiscarding] = useState(false);
  const { data, error, loading, refresh } = useServerState(
    fabric,
    signal => api.listDrafts(fabric, { limit: SHOWN }, { signal }),
    { fabric },
  );
  const total = data?.totalItems ?? data?.items.length ?? 0;

  const discard = async ({ kind, name, etag }: Draft) => {
    try {
      await api.deleteDraft(fabric, kind, name, { ifMatch: etag });
    } catch (failure) {
      toast.post({
        title: `The draft of ${kind} ${name} was not discarded`,
        description: describeError(failure).reason,
        status: 'danger',
      });
    }
    refresh();
  };

  return (
    <Panel
      flush
      title="Drafts"
      note={data && plural(total, 'change')}
      actions={
        <>
          <ButtonLink
            size="small"
            variant="secondary"
            iconStart={<RiAddLine />}
            href={links.newResource(fabric)}
          >
            New resource
          </ButtonLink>
          <ButtonLink
            size="small"
            variant="secondary"
            iconStart={<RiUploadLine />}
            href={links.import(fabric)}
          >
            Import
          </ButtonLink>
          {total > 0 && (
            <>
              <GuardedButton
                size="small"
                variant="secondary"
                allowed={edit.allowed}
                onPress={() => setDiscarding(true)}
              >
                Discard all
              </GuardedButton>
              <ButtonLink size="small" href={links.changes(fabric)}>
                {`Review ${plural(total, 'change')}`}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      {loading && <LoadingRows label="Loading drafts" rows={2} />}
      {error && !data && (
        <ErrorPanel
          title="The drafts could not be loaded"
          error={error}
          onRetry={refresh}
        />
      )}
      {data && data.items.length === 0 && (
        <EmptyState
          icon={<RiDraftLine size={28} aria-hidden />}
          title="No drafts"
        >
          Edit a resource, add one, or import some: the changes wait here until
          somebody commits them.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <RowList label="Drafts">
          {data.items.map(draft => {
            const { tone, word } = describeDraft(draft);
            return (
              <li key={`${draft.kind}/${draft.name}`} className={styles.draft}>
                <ActionWord action={draft.action} />
                <div className={styles.text}>
                  <span>
                    {draft.kind}{' '}
                    <InlineLink
                      href={links.edit(fabric, draft.kind, draft.name)}
                    >
                      <Name>{draft.name}</Name>
                    </InlineLink>
                  </span>
                  <span className={styles.note}>
                    <Name mono>{draft.file}</Name>
                    <span>
                      <TimeAgo at={draft.updatedAt} /> by{' '}
                      <ActorName actor={draft.updatedBy} />
                    </span>
                    {draft.message && <Name>{draft.message}</Name>}
                  </span>
                </div>
                <StatusWord tone={tone}>{word}</StatusWord>
                <ButtonIcon
                  variant="tertiary"
                  size="small"
                  aria-label={`Discard the draft of ${draft.kind} ${draft.name}`}
                  icon={<RiDeleteBinLine />}
                  isDisabled={!edit.allowed}
                  onPress={() => discard(draft)}
                />
              </li>
            );
          })}
        </RowList>
      )}
      {data && total > data.items.length && (
        <p className={styles.more}>
          The first {data.items.length} of {plural(total, 'draft')}.
        </p>
      )}
      {discarding && (
        <DiscardDraftsDialog
          fabric={fabric}
          total={total}
          onClose={() => {
            setDiscarding(false);
            refresh();
          }}
        />
      )}
    </Panel>
  );
};
