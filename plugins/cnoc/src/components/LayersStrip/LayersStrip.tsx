import { Fragment, type ReactElement } from 'react';
import { RiGitBranchLine, RiRouterLine, RiServerLine } from '@remixicon/react';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { layersOf, type Layer } from '../../model/layersOf';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import { LayerArrow } from './LayerArrow';
import styles from './LayersStrip.module.css';

const icons: Record<Layer['id'], ReactElement> = {
  git: <RiGitBranchLine size={18} aria-hidden />,
  cluster: <RiServerLine size={18} aria-hidden />,
  switches: <RiRouterLine size={18} aria-hidden />,
};

/**
 * How far intent has come: git → cluster → switches, with the counts at each step and where it stops.
 *
 * @internal
 */
export const LayersStrip = ({ fabric }: { fabric: Fabric }) => (
  <ol className={styles.strip} aria-label="From git to the switches">
    {layersOf(fabric).map((layer, index) => (
      <Fragment key={layer.id}>
        {index > 0 && <LayerArrow passes={layer.tone === 'good'} />}
        <li
          className={styles.layer}
          data-tone={layer.tone}
          data-stale={layer.stale ? '' : undefined}
        >
          <span className={styles.title}>
            {icons[layer.id]}
            {layer.title}
          </span>
          <span className={styles.count}>{layer.count}</span>
          <span className={styles.state}>
            <StatusWord tone={layer.tone}>{layer.word}</StatusWord>
          </span>
          {layer.age && (
            <span className={styles.age}>
              {layer.age.words}{' '}
              <TimeAgo at={layer.age.at} clock={layer.id !== 'git'} />
            </span>
          )}
        </li>
      </Fragment>
    ))}
  </ol>
);
