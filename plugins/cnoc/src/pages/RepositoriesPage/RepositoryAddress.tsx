import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { SafeLink } from '../../components/SafeLink/SafeLink';
import { providerLabels } from '../../model/providers';
import styles from './RepositoriesPage.module.css';

/** @internal */
export const RepositoryAddress = ({
  repository,
}: {
  repository: Repository;
}) => (
  <span className={styles.lines}>
    <SafeLink href={repository.webUrl}>
      <Name mono>{repository.url}</Name>
    </SafeLink>
    <span className={styles.note}>{providerLabels[repository.provider]}</span>
  </span>
);
