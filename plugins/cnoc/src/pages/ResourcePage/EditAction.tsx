import { useNavigate } from 'react-router-dom';
import { RiEditLine } from '@remixicon/react';
import { cnocFabricEditPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { findKind } from '@cnoc/hedgehog';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useFabricPermission } from '../../hooks/useFabricPermission';

/** @internal */
export const EditAction = (props: {
  fabric: string;
  kind: string;
  name: string;
}) => {
  const { fabric, kind, name } = props;
  const links = useCnocLinks();
  const navigate = useNavigate();
  const edit = useFabricPermission(cnocFabricEditPermission, fabric);
  if (!findKind(kind)) return null;
  return (
    <GuardedButton
      variant="secondary"
      iconStart={<RiEditLine />}
      allowed={edit.allowed}
      whyNot={edit.whyNot}
      onPress={() => navigate(links.edit(fabric, kind, name))}
    >
      Edit
    </GuardedButton>
  );
};
