import { useSearchParams } from 'react-router-dom';
import { Link } from '@backstage/ui';
import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './CredentialsPage.module.css';

/** @internal */
export const CredentialName = ({ credential }: { credential: Credential }) => {
  const links = useCnocLinks();
  const [params] = useSearchParams();
  // The filter stays as it is behind the opened credential.
  const opened = new URLSearchParams(params);
  opened.set('credential', credential.name);
  return (
    <span className={styles.lines}>
      <Link href={`${links.credentials()}?${opened}`} standalone weight="bold">
        <Name>{credential.name}</Name>
      </Link>
      {credential.title && (
        <span className={styles.note}>
          <Name>{credential.title}</Name>
        </span>
      )}
      {credential.readable === false && (
        <StatusWord tone="bad">Cannot be opened</StatusWord>
      )}
    </span>
  );
};
