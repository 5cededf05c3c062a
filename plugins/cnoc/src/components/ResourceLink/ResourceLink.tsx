import { Link } from '@backstage/ui';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { Name } from '../Name/Name';
import styles from './ResourceLink.module.css';

/**
 * Kind and name of a resource, leading to its page.
 *
 * @internal
 */
export const ResourceLink = (props: {
  fabric: string;
  kind: string;
  name: string;
  hideKind?: boolean;
}) => {
  const links = useCnocLinks();
  return (
    <span className={styles.resource}>
      {!props.hideKind && <span className={styles.kind}>{props.kind}</span>}{' '}
      <Link
        href={links.resource(props.fabric, props.kind, props.name)}
        standalone
        weight="bold"
      >
        <Name>{props.name}</Name>
      </Link>
    </span>
  );
};
