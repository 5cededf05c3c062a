import { InputError } from '@backstage/errors';
import type { ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';
import { repositoryPath } from '../repositories/git/gitNames';

/** The folders above a path, from the top. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/**
 * A file that a person names for a resource, in one form.
 *
 * @param folder - the fabric's directory; '' = the whole repository
 * @throws InputError unless it is a YAML file inside of the fabric's directory
 */
export function checkedFile(file: string, folder: string): string {
  let path: string;
  try {
    path = repositoryPath(file);
  } catch {
    throw new InputError(
      'body.file: the path must stay inside the repository, without .. or .git',
    );
  }
  if (path !== file) {
    throw new InputError(
      `body.file: write the path as '${path}', from the root of the repository`,
    );
  }
  if (folder !== '' && !path.startsWith(`${folder}/`)) {
    throw new InputError(
      `body.file: the file must lie in the fabric's directory '${folder}'`,
    );
  }
  if (!/[^/]\.ya?ml$/.test(path)) {
    throw new InputError('body.file: the name must end in .yaml or .yml');
  }
  // Tools of others read these as their own, not as resources
  if (/(^|\/)(kustomization|chart)\.ya?ml$/i.test(path)) {
    throw new InputError(
      'body.file: the name belongs to kustomize or Helm; choose another',
    );
  }
  return path;
}

/**
 * Where a new resource goes: beside its kind when all of that kind are in one directory, else
 * `<fabric>/<kind>/<name>.yaml`. A name that is taken gets the kind in front.
 */
export function defaultFile(
  resource: ResourceRef,
  options: {
    folder: string;
    /** Files of resources that git has, with what they hold */
    present: readonly (ResourceRef & { file: string })[];
    isTaken: (path: string) => boolean;
  },
): string {
  const { folder, present, isTaken } = options;
  const kind = resource.kind.toLowerCase();
  const folders = new Set(
    present
      .filter(one => one.kind === resource.kind)
      .map(({ file }) => file.slice(0, Math.max(0, file.lastIndexOf('/')))),
  );
  const [only] = folders;
  const home =
    folders.size === 1 ? only : [folder, kind].filter(Boolean).join('/');
  const inHome = (name: string) => (home === '' ? name : `${home}/${name}`);
  const file = inHome(`${resource.name}.yaml`);
  return isTaken(file) ? inHome(`${kind}-${resource.name}.yaml`) : file;
}
