import type { ReactNode } from 'react';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { PageHeader } from '../PageHeader/PageHeader';

const labels = {
  fabrics: 'Fabrics',
  drift: 'Drift',
  clusters: 'Clusters',
  repositories: 'Repositories',
  credentials: 'Credentials',
};

type Section = keyof typeof labels;

/**
 * Header of the plugin's lists, with the way from one to the others.
 *
 * @internal
 */
export const SectionHeader = (props: {
  section: Section;
  actions?: ReactNode;
}) => {
  const links = useCnocLinks();
  return (
    <PageHeader
      title={labels[props.section]}
      actions={props.actions}
      tabs={(Object.keys(labels) as Section[]).map(id => ({
        id,
        label: labels[id],
        href: links[id](),
      }))}
      activeTabId={props.section}
    />
  );
};
