import { useState } from 'react';
import { Radio, RadioGroup, TextAreaField, TextField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  cnocFabricCommitPermission,
  type ChangePreview,
  type CommitResult,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { Panel } from '../../components/Panel/Panel';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { useServerState } from '../../hooks/useServerState';
import { filesOf, suggestMessage } from '../../model/describeChange';
import { offersPullRequests } from '../../model/offersPullRequests';
import { plural } from '../../text/plural';
import { OwnTokenSwitch, useOwnToken } from './OwnTokenSwitch';
import { useCommit } from './useCommit';
import styles from './ChangesPage.module.css';

/**
 * Message, target, and the one button that writes to git.
 *
 * @internal
 */
export const CommitPanel = (props: {
  fabric: string;
  preview: ChangePreview;
  /** What is shown may not be the newest */
  isOld: boolean;
  onCommitted: (result: CommitResult) => void;
  /** The branch moved: look again */
  onMoved: () => void;
}) => {
  const { fabric, preview, isOld } = props;
  const api = useApi(cnocApiRef);
  const permission = useFabricPermission(cnocFabricCommitPermission, fabric);
  const { data } = useServerState(
    fabric,
    async signal => {
      const [git, drafts] = await Promise.all([
        api.getFabricGit(fabric, { signal }),
        api.listDrafts(fabric, { limit: 100 }, { signal }),
      ]);
      return { git, drafts };
    },
    { fabric },
  );
  const [typed, setTyped] = useState<string>();
  const [target, setTarget] = useState<'push' | 'pullRequest'>('push');
  const [branch, setBranch] = useState('');
  const own = useOwnToken(data?.git.repository);
  const { run: commit, pending, error } = useCommit(fabric, props);

  const message = typed ?? suggestMessage(data?.drafts.items ?? []);
  const main = data?.git.branch ?? 'the branch';
  const viaRequest = target === 'pullRequest';
  const newBranch = branch.trim() || branchFor(message);
  const files = plural(filesOf(preview), 'file');
  const label = viaRequest
    ? `Open a pull request with ${files}`
    : `Commit ${files} to ${main}`;
  const whyNot =
    preview.blockers.length > 0
      ? 'The blockers above stand in the way.'
      : permission.whyNot;
  return (
    <Panel title="Write to git">
      <div className={styles.commit}>
        <TextAreaField
          label="Commit message"
          rows={3}
          value={message}
          onChange={setTyped}
        />
        {offersPullRequests(data?.git.repository.provider) && (
          <RadioGroup
            label="Where to"
            value={target}
            onChange={value =>
              setTarget(value === 'pullRequest' ? 'pullRequest' : 'push')
            }
          >
            <Radio value="push">{`Straight to ${main}`}</Radio>
            <Radio value="pullRequest">
              A new branch, with a pull request for others to look at
            </Radio>
          </RadioGroup>
        )}
        {viaRequest && (
          <TextField
            label="Branch"
            value={branch}
            placeholder={newBranch}
            onChange={setBranch}
          />
        )}
        <OwnTokenSwitch own={own} />
        {error !== undefined && (
          <ErrorPanel
            title="Nothing was written to git"
            error={error}
            stillWorks="The drafts are kept."
          />
        )}
        <div className={styles.press}>
          <GuardedButton
            busy={pending}
            allowed={
              permission.allowed &&
              whyNot === undefined &&
              message.trim() !== '' &&
              !isOld
            }
            whyNot={whyNot}
            onPress={async () =>
              commit({
                message,
                base: preview.base,
                ...(viaRequest && {
                  branch: newBranch,
                  pullRequest: { title: message.split('\n')[0].slice(0, 250) },
                }),
                token: await own.token(),
              })
            }
          >
            {label}
          </GuardedButton>
        </div>
      </div>
    </Panel>
  );
};

function branchFor(message: string): string {
  const words = message
    .split('\n')[0]
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return `cnoc/${words || 'change'}`;
}
