import { Button } from '@backstage/ui';
import type { Resource } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../../components/Name/Name';
import { ResourceLink } from '../../../components/ResourceLink/ResourceLink';
import { RowList } from '../../../components/RowList/RowList';
import { SeverityWord } from '../../../components/SeverityWord/SeverityWord';
import { StateWord } from '../../../components/StateWord/StateWord';
import styles from './ResourcesTab.module.css';

/**
 * The table's twin for a narrow screen.
 *
 * @internal
 */
export const ResourceCards = (props: {
  fabric: string;
  resources: readonly Resource[];
  page: { onNext?: () => void; onPrevious?: () => void };
}) => (
  <>
    <RowList label="Resources">
      {props.resources.map(resource => (
        <li key={`${resource.kind}/${resource.name}`} className={styles.card}>
          <span className={styles.cardHead}>
            <ResourceLink
              fabric={props.fabric}
              kind={resource.kind}
              name={resource.name}
            />
            <StateWord state={resource.state} />
          </span>
          {resource.severity && (
            <span className={styles.reason}>
              <SeverityWord severity={resource.severity} />{' '}
              <Name>{resource.reason ?? ''}</Name>
            </span>
          )}
        </li>
      ))}
    </RowList>
    {(props.page.onNext || props.page.onPrevious) && (
      <div className={styles.pager}>
        <Button
          variant="secondary"
          isDisabled={!props.page.onPrevious}
          onPress={() => props.page.onPrevious?.()}
        >
          Previous
        </Button>
        <Button
          variant="secondary"
          isDisabled={!props.page.onNext}
          onPress={() => props.page.onNext?.()}
        >
          Next
        </Button>
      </div>
    )}
  </>
);
