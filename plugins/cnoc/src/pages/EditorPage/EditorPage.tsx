import { useParams } from 'react-router-dom';
import { Header } from '@backstage/ui';
import { RiForbidLine } from '@remixicon/react';
import { cnocFabricEditPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { findKind } from '@cnoc/hedgehog';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { PageBody } from '../../components/PageBody/PageBody';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { FabricCrumbs } from '../FabricPage/FabricCrumbs';
import { ChooseKind } from './ChooseKind';
import { Editor } from './Editor';
import { useStartingPoint } from './useStartingPoint';

const EditorOf = (props: { fabric: string; kind: string; name?: string }) => {
  const { start, error, retry } = useStartingPoint(props);
  if (error !== undefined) {
    return (
      <ErrorPanel
        title={`${props.kind} ${props.name ?? ''} could not be loaded`}
        error={error}
        stillWorks="Nothing was changed."
        onRetry={retry}
      />
    );
  }
  if (!start) return <LoadingRows label="Loading the resource" rows={8} />;
  return <Editor {...props} start={start} />;
};

function titleOf(kind?: string, name?: string): string {
  if (!kind) return 'New resource';
  return name ? `Edit ${kind} ${name}` : `New ${findKind(kind)?.title ?? kind}`;
}

/**
 * Edit one resource as a draft: form and text side by side. Without a name a new one begins; without a kind one is chosen.
 *
 * @internal
 */
export const EditorPage = () => {
  const { fabric = '', kind, name } = useParams();
  const links = useCnocLinks();
  const edit = useFabricPermission(cnocFabricEditPermission, fabric);
  const known = kind === undefined ? undefined : findKind(kind);
  const title = titleOf(kind, name);
  return (
    <FabricCrumbs
      fabric={fabric}
      page={{
        label: title,
        href:
          kind && name
            ? links.edit(fabric, kind, name)
            : links.newResource(fabric, kind),
      }}
    >
      <CnocRoot>
        <Header title={title} />
      </CnocRoot>
      <PageBody>
        {edit.whyNot && (
          <EmptyState
            icon={<RiForbidLine size={32} aria-hidden />}
            title="You may not edit this fabric"
          >
            {edit.whyNot}
          </EmptyState>
        )}
        {!edit.whyNot && !kind && <ChooseKind fabric={fabric} />}
        {!edit.whyNot && kind && !known && (
          <EmptyState
            icon={<RiForbidLine size={32} aria-hidden />}
            title={`${kind} is not a kind that CNOC manages`}
          />
        )}
        {!edit.whyNot && known && (
          <EditorOf
            key={`${fabric} ${kind} ${name}`}
            fabric={fabric}
            kind={known.kind}
            name={name}
          />
        )}
      </PageBody>
    </FabricCrumbs>
  );
};
