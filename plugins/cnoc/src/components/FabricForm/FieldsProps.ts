import type { FabricDraft, FabricProblems } from '../../model/fabricDraft';

/** @internal */
export type FieldsProps = {
  isNew: boolean;
  draft: FabricDraft;
  problems: FabricProblems;
  onChange: (change: Partial<FabricDraft>) => void;
};
