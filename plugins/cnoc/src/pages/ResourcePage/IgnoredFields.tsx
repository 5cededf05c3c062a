import { useApi } from '@backstage/frontend-plugin-api';
import { cnocApiRef } from '../../api/cnocApiRef';
import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Expandable } from '../../components/Expandable/Expandable';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useServerState } from '../../hooks/useServerState';
import { plural } from '../../text/plural';
import styles from './ResourcePage.module.css';

type Ignored = NonNullable<ResourceDetail['ignored']>;

const Fields = (props: { fabric: string; ignored: Ignored }) => {
  const api = useApi(cnocApiRef);
  // The reasons only add to what is known already, so no failure is shown.
  const { data } = useServerState(
    props.fabric,
    signal => api.listIgnoreRules(props.fabric, { signal }),
    { fabric: props.fabric },
  );
  const reasons = new Map(data?.items.map(rule => [rule.id, rule.reason]));
  return (
    <ul className={styles.ignored} aria-label="Ignored fields">
      {props.ignored.map(({ path, rule }) => (
        <li key={path}>
          <Name mono>{path}</Name>
          {reasons.has(rule) && (
            <span className={styles.note}>
              {' – '}
              <Name>{reasons.get(rule) ?? ''}</Name>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};

/**
 * Differences that ignore rules leave out, folded.
 *
 * @internal
 */
export const IgnoredFields = (props: { fabric: string; ignored: Ignored }) => {
  const { fabric, ignored } = props;
  const links = useCnocLinks();
  if (ignored.length === 0) return null;
  const rules = new Set(ignored.map(({ rule }) => rule)).size;
  return (
    <div className={styles.below}>
      <Expandable
        label="Show the ignored fields"
        summary={
          <span className={styles.note}>
            {`${plural(ignored.length, 'field')} ignored by ${
              rules === 1 ? 'a rule' : `${rules} rules`
            } – `}
            <InlineLink href={links.fabric(fabric, 'settings')}>
              see the rules
            </InlineLink>
          </span>
        }
      >
        <Fields fabric={fabric} ignored={ignored} />
      </Expandable>
    </div>
  );
};
