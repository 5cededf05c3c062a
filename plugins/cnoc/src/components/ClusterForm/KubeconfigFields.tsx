import { useId, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import type { KubeconfigContext } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { useAction } from '../../hooks/useAction';
import { ErrorPanel } from '../ErrorPanel/ErrorPanel';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { Name } from '../Name/Name';
import type { FieldsProps } from './FieldsProps';
import { SkipTLSField } from './SkipTLSField';
import layout from '../FormLayout/FormLayout.module.css';
import styles from './ClusterForm.module.css';

/** Longest kubeconfig that the contract takes, in characters. */
const MAX_LENGTH = 200_000;

const signsInWith: Record<KubeconfigContext['auth'], string> = {
  token: 'signs in with a token',
  certificate: 'signs in with a client certificate',
  none: 'signs in with nothing',
  refused: 'cannot be used',
};

/**
 * A kubeconfig, pasted or from a file, and the context of it that is meant. Contexts that CNOC refuses say why.
 *
 * @internal
 */
export const KubeconfigFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  const api = useApi(cnocApiRef);
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);
  const [found, setFound] = useState<{
    kubeconfig: string;
    contexts: KubeconfigContext[];
  }>();
  const read = useAction(async (_key, kubeconfig: string) => ({
    kubeconfig,
    ...(await api.readKubeconfig(kubeconfig)),
  }));
  // What was found in another text says nothing about this one.
  const contexts =
    found?.kubeconfig === draft.kubeconfig ? found.contexts : undefined;

  const chosen = contexts?.find(({ name }) => name === draft.context);

  const type = (kubeconfig: string) => {
    setTooLarge(kubeconfig.length > MAX_LENGTH);
    read.reset();
    onChange({ kubeconfig, context: '' });
  };
  const show = async (kubeconfig: string) => {
    const answer = await read.run(kubeconfig);
    if (!answer) return;
    setFound(answer);
    const usable = answer.contexts.filter(({ refused }) => !refused);
    const current =
      usable.find(({ name }) => name === answer.current) ??
      (usable.length === 1 ? usable[0] : undefined);
    if (current) onChange({ context: current.name });
  };
  const readFile = async (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > MAX_LENGTH);
    if (file.size > MAX_LENGTH) return;
    const kubeconfig = await file.text();
    type(kubeconfig);
    await show(kubeconfig);
  };
  return (
    <>
      <TextAreaField
        className={styles.hidden}
        label="Kubeconfig"
        secondaryLabel="Required"
        description="Its letters are hidden while you paste. Only the chosen context is kept, its secret encrypted."
        rows={4}
        autoComplete="off"
        spellCheck="false"
        value={draft.kubeconfig}
        onChange={type}
        {...fieldProblem(
          tooLarge ? 'It is too large for a kubeconfig.' : problems.kubeconfig,
        )}
      />
      <div className={layout.beside}>
        <label htmlFor={id} className={styles.file}>
          Or choose its file
          <input
            id={id}
            type="file"
            onChange={event => {
              readFile(event.target.files?.[0]);
              // So that the same file can be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <Button
          variant="secondary"
          isDisabled={
            tooLarge || draft.kubeconfig.trim() === '' || read.pending
          }
          onPress={() => show(draft.kubeconfig)}
        >
          Show its contexts
        </Button>
      </div>
      {read.error !== undefined && (
        <ErrorPanel
          title="The kubeconfig could not be read"
          error={read.error}
          stillWorks="Nothing was stored."
        />
      )}
      {contexts?.length === 0 && (
        <p className={styles.note} role="status">
          It holds no context.
        </p>
      )}
      {contexts && contexts.length > 0 && (
        <RadioGroup
          label="Context"
          value={draft.context}
          onChange={context => onChange({ context })}
        >
          {contexts.map(context => (
            <Radio
              key={context.name}
              value={context.name}
              isDisabled={context.refused !== undefined}
            >
              <span className={styles.option}>
                <Name>{context.name}</Name>
                <span className={styles.note}>{describe(context)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      {(chosen?.skipTLSVerify || draft.skipTLSVerify) && (
        <SkipTLSField {...props} />
      )}
      {problems.context && !draft.context && (
        <p className={styles.note} role="alert">
          {problems.context}
        </p>
      )}
    </>
  );
};

function describe(context: KubeconfigContext): string {
  if (context.refused !== undefined) return context.refused;
  return [
    context.server,
    context.namespace && `namespace ${context.namespace}`,
    signsInWith[context.auth],
    context.skipTLSVerify && 'its certificate is not checked',
  ]
    .filter(Boolean)
    .join(' · ');
}
