import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ButtonLink } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import type { DraftDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { describeDraft } from '../../model/describeDraft';
import { plural } from '../../text/plural';
import type { StartingPoint } from './useStartingPoint';
import { useSaveDraft } from './useSaveDraft';
import styles from './EditorPage.module.css';

/**
 * Saves the text as a draft, throws the draft away, or drafts the resource's deletion.
 *
 * @internal
 */
export const EditorBar = (props: {
  fabric: string;
  kind: string;
  name?: string;
  start: StartingPoint;
  draft?: DraftDetail;
  text: string;
  changed: boolean;
  critical: number;
  onSaved: (draft: DraftDetail) => void;
}) => {
  const { fabric, kind, name, draft, changed, critical } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  const { save, discard, pending, error } = useSaveDraft({ fabric, kind });
  const [wasDiscarded, setWasDiscarded] = useState(false);
  const deleting = draft?.action === 'delete';

  const store = async (action: 'write' | 'delete', then?: 'review') => {
    if (!name) return;
    const saved = await save(name, {
      action,
      yaml: action === 'write' ? props.text : undefined,
      file: draft?.file,
      base: draft ? undefined : props.start.commit,
      etag: draft?.etag,
    });
    if (!saved) return;
    props.onSaved(saved);
    if (then) navigate(links.changes(fabric));
    else if (!props.start.draft && !props.start.inGit) {
      navigate(links.edit(fabric, kind, name), { replace: true });
    }
  };

  const whyNotSave = name
    ? undefined
    : 'Give the resource a name in the text first.';
  return (
    <div className={styles.bar}>
      {error !== undefined && (
        <ErrorPanel
          title="The draft was not saved"
          error={error}
          stillWorks="Your text is still here."
        />
      )}
      <div className={styles.actions}>
        <span className={styles.state} aria-live="polite">
          {stateOf({ draft, changed, critical, wasDiscarded })}
        </span>
        {props.start.inGit && !deleting && (
          <GuardedButton
            variant="secondary"
            destructive
            iconStart={<RiDeleteBinLine />}
            busy={pending === 'delete'}
            allowed={pending === undefined}
            onPress={() => store('delete')}
          >
            Draft its deletion
          </GuardedButton>
        )}
        {draft && (
          <GuardedButton
            variant="secondary"
            busy={pending === 'discard'}
            allowed={pending === undefined}
            onPress={async () => {
              if (await discard(draft)) {
                setWasDiscarded(true);
                navigate(links.fabric(fabric, 'git'));
              }
            }}
          >
            Discard the draft
          </GuardedButton>
        )}
        <GuardedButton
          variant="secondary"
          busy={pending === 'write'}
          allowed={
            pending === undefined &&
            !whyNotSave &&
            (changed || !draft || deleting)
          }
          whyNot={whyNotSave}
          onPress={() => store('write')}
        >
          {deleting ? 'Keep it, save the text' : 'Save draft'}
        </GuardedButton>
        {draft && !changed ? (
          <ButtonLink href={links.changes(fabric)}>Review changes</ButtonLink>
        ) : (
          <GuardedButton
            allowed={pending === undefined && !whyNotSave}
            onPress={() => store('write', 'review')}
          >
            Save and review
          </GuardedButton>
        )}
      </div>
    </div>
  );
};

function stateOf(props: {
  draft?: DraftDetail;
  changed: boolean;
  critical: number;
  wasDiscarded: boolean;
}): string {
  const { draft, changed, critical } = props;
  if (props.wasDiscarded) return 'The draft is gone.';
  if (draft?.action === 'delete' && !changed) {
    return 'Its deletion is drafted.';
  }
  if (changed) {
    return critical > 0
      ? `Not saved yet; ${plural(
          critical,
          'error',
        )} would keep it from being committed.`
      : 'Not saved yet.';
  }
  if (!draft) return 'As git has it.';
  return `Saved as a draft: ${describeDraft(draft).word.toLowerCase()}.`;
}
