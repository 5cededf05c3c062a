import { kinds } from '@cnoc/hedgehog';

const plurals = new Set(kinds.map(({ plural }) => plural));

/**
 * How CNOC's predecessor lays out a fabric's directory: `managed/<plural>/<name>.yaml` is what counts; `raw/` is where
 * people drop files, which it splits into `managed/` and may leave behind; `unmanaged/` is what it could not use, and
 * `.hnp/` its own books. Learns from the paths it is shown whether a directory is one of those.
 */
export class PredecessorLayout {
  readonly #prefix: string;
  #isPresent = false;

  private constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** @param path - of the fabric, from the root of the repository */
  static below(path: string): PredecessorLayout {
    const directory = path.replace(/^\/+|\/+$/g, '');
    return new PredecessorLayout(directory && `${directory}/`);
  }

  /** Takes notice of a path that is in the commit. */
  see(path: string): void {
    const [folder, plural, file] = this.#below(path).split('/');
    this.#isPresent ||=
      folder === '.hnp' ||
      (folder === 'managed' && plurals.has(plural) && file !== undefined);
  }

  /** Whether what stands here was set aside. */
  isSetAside(path: string): boolean {
    return this.#isPresent && this.#below(path).startsWith('unmanaged/');
  }

  /** Whether a resource in one file is only what the other was made from. */
  isOriginal(path: string, managed: string): boolean {
    return (
      this.#isPresent &&
      this.#below(path).startsWith('raw/') &&
      this.#below(managed).startsWith('managed/')
    );
  }

  #below(path: string): string {
    return path.startsWith(this.#prefix)
      ? path.slice(this.#prefix.length)
      : path;
  }
}
