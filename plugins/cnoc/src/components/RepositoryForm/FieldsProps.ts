import type {
  RepositoryDraft,
  RepositoryProblems,
} from '../../model/repositoryDraft';

/** @internal */
export type FieldsProps = {
  draft: RepositoryDraft;
  problems: RepositoryProblems;
  onChange: (change: Partial<RepositoryDraft>) => void;
};
