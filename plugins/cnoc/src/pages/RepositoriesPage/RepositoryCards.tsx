import type { Repository } from '@cnoc/backstage-plugin-cnoc-common';
import { CardList } from '../../components/CardList/CardList';
import { CommitLabel } from '../../components/CommitLabel/CommitLabel';
import { CredentialLink } from '../../components/CredentialLink/CredentialLink';
import { FabricLinks } from '../../components/FabricLinks/FabricLinks';
import { FactGrid } from '../../components/FactGrid/FactGrid';
import { Name } from '../../components/Name/Name';
import { RepositoryHealthWord } from '../../components/RepositoryHealthWord/RepositoryHealthWord';
import { describeHealth } from '../../model/describeRepository';
import { RepositoryAddress } from './RepositoryAddress';
import { RepositoryName } from './RepositoryName';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const RepositoryCards = (props: { repositories: Repository[] }) => (
  <CardList
    label="Repositories"
    items={props.repositories}
    head={repository => <RepositoryName repository={repository} />}
  >
    {repository => (
      <FactGrid
        facts={[
          {
            label: 'Health',
            tone: describeHealth(repository.health).tone,
            value: <RepositoryHealthWord health={repository.health} />,
            message: repository.health.message,
          },
          {
            label: 'Newest commit',
            value: repository.head ? (
              <CommitLabel commit={repository.head} />
            ) : (
              'none seen'
            ),
          },
          {
            label: 'Address',
            value: <RepositoryAddress repository={repository} />,
          },
          { label: 'Branch', value: <Name mono>{repository.branch}</Name> },
          {
            label: 'Credential',
            value: <CredentialLink repository={repository} />,
          },
          {
            label: 'Fabrics',
            value: <FabricLinks fabrics={repository.fabrics} />,
          },
        ]}
      />
    )}
  </CardList>
);
