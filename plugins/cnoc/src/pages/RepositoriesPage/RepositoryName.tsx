import { Link } from '@backstage/ui';
import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './RepositoriesPage.module.css';

/** @internal */
export const RepositoryName = ({ repository }: { repository: Repository }) => {
  const links = useCnocLinks();
  return (
    <span className={styles.lines}>
      <Link href={links.repository(repository.name)} standalone weight="bold">
        <Name>{repository.name}</Name>
      </Link>
      {repository.title && (
        <span className={styles.note}>
          <Name>{repository.title}</Name>
        </span>
      )}
    </span>
  );
};
