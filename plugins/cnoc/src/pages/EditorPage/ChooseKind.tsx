import { kinds } from '@cnoc/hedgehog';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './EditorPage.module.css';

/** @internal */
export const ChooseKind = ({ fabric }: { fabric: string }) => {
  const links = useCnocLinks();
  return (
    <Panel flush title="Of which kind?">
      <RowList label="Kinds">
        {kinds.map(({ kind, title, description }) => (
          <li key={kind}>
            <strong>
              <InlineLink href={links.newResource(fabric, kind)}>
                {title}
              </InlineLink>
            </strong>
            <div className={styles.note}>{description}</div>
          </li>
        ))}
      </RowList>
    </Panel>
  );
};
