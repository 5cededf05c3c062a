import { useParams } from 'react-router-dom';
import { Header, Radio, RadioGroup } from '@backstage/ui';
import { RiForbidLine } from '@remixicon/react';
import { cnocFabricEditPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { PageBody } from '../../components/PageBody/PageBody';
import { Panel } from '../../components/Panel/Panel';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { useUrlState } from '../../hooks/useUrlState';
import { FabricCrumbs } from '../FabricPage/FabricCrumbs';
import { ImportFromCluster } from './ImportFromCluster';
import { ImportUpload } from './ImportUpload';

/**
 * Make drafts of what the cluster has, or of files. Git changes only when somebody commits them.
 *
 * @internal
 */
export const ImportPage = () => {
  const { fabric = '' } = useParams();
  const links = useCnocLinks();
  const edit = useFabricPermission(cnocFabricEditPermission, fabric);
  const [from, setFrom] = useUrlState('from');
  const upload = from === 'upload';
  return (
    <FabricCrumbs
      fabric={fabric}
      page={{ label: 'Import', href: links.import(fabric) }}
    >
      <CnocRoot>
        <Header title={`Import into ${fabric}`} />
      </CnocRoot>
      <PageBody>
        {edit.whyNot ? (
          <EmptyState
            icon={<RiForbidLine size={32} aria-hidden />}
            title="You may not edit this fabric"
          >
            {edit.whyNot}
          </EmptyState>
        ) : (
          <>
            <Panel title="From where?">
              <RadioGroup
                aria-label="From where?"
                orientation="horizontal"
                value={upload ? 'upload' : 'cluster'}
                onChange={value => setFrom(value === 'upload' ? value : '')}
              >
                <Radio value="cluster">The cluster: bring what git lacks</Radio>
                <Radio value="upload">Files of YAML</Radio>
              </RadioGroup>
            </Panel>
            {upload ? (
              <ImportUpload fabric={fabric} />
            ) : (
              <ImportFromCluster fabric={fabric} />
            )}
          </>
        )}
      </PageBody>
    </FabricCrumbs>
  );
};
