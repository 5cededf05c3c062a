import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { TextField } from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { useAction } from '../../hooks/useAction';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { plural } from '../../text/plural';
import styles from './ImportPage.module.css';

/**
 * Makes the drafts, then leads to what they would change.
 *
 * @internal
 */
export const ImportBar = (props: {
  fabric: string;
  count: number;
  whyNot?: string;
  onImport: (options: { file?: string }) => Promise<number>;
}) => {
  const { fabric, count } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  const [file, setFile] = useState('');
  const { run, pending, error } = useAction(async () => {
    await props.onImport({ file: file.trim() || undefined });
    navigate(links.changes(fabric));
  });
  return (
    <div className={styles.bar}>
      {error !== undefined && (
        <ErrorPanel
          title="Not all drafts were made"
          error={error}
          stillWorks="Git is as it was; what was drafted is kept."
        />
      )}
      <div className={styles.press}>
        <TextField
          label="New resources into the file"
          placeholder="one file each"
          size="small"
          value={file}
          onChange={setFile}
        />
        <GuardedButton
          busy={pending}
          allowed={count > 0 && props.whyNot === undefined}
          whyNot={props.whyNot}
          onPress={() => run()}
        >
          {`Make ${plural(count, 'draft')}`}
        </GuardedButton>
      </div>
    </div>
  );
};
