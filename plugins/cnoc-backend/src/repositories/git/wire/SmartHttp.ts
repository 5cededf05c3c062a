import { AddressPolicy } from '../../../fabrics/network';
import { GitBudgets } from '../GitBudgets';
import { GitBranch, GitRemote } from '../GitEngine';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';
import { isCommitId } from '../gitNames';
import { Advertisement, readAdvertisement } from './Advertisement';
import { HttpWire } from './HttpWire';
import { AGENT, canFilter, packRequest, PackWish } from './packRequest';
import { DELIMITER, FLUSH, lineOf, packet, packets } from './pktLine';
import { bandOne, readReport } from './readReport';
import { takePack } from './takePack';

export type WireLimits = Pick<
  GitBudgets,
  | 'pollTimeoutMs'
  | 'remoteTimeoutMs'
  | 'maxRefs'
  | 'maxListingBytes'
  | 'maxRepositoryBytes'
>;

const maxKnown = 1000;

/**
 * Git's smart protocol over http, version 2 where the server speaks it and 0 where not.
 *
 * isomorphic-git has a client of its own, but it reads with version 1 only, keeps no time or size limits, cannot be
 * stopped and does not let the caller say which old value a push expects.
 */
export class SmartHttp {
  readonly #wire: HttpWire;
  readonly #limits: WireLimits;
  /** Servers known to speak version 2 are asked in one round trip. */
  readonly #known = new Map<string, Advertisement>();

  private constructor(wire: HttpWire, limits: WireLimits) {
    this.#wire = wire;
    this.#limits = limits;
  }

  static create(policy: AddressPolicy, limits: WireLimits): SmartHttp {
    return new SmartHttp(HttpWire.create(policy), limits);
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  /** Refs that begin with the prefix, in the server's order; `enough` ends the reading early. */
  async refs(
    remote: GitRemote,
    prefix: string,
    enough: (refs: readonly GitBranch[]) => boolean,
    signal?: AbortSignal,
  ): Promise<GitBranch[]> {
    const known = this.#known.get(remote.url);
    if (known) {
      try {
        return await this.#lsRefs(remote, known, prefix, enough, signal);
      } catch (error) {
        // The server may have been exchanged for one that speaks otherwise.
        const odd =
          error instanceof GitError &&
          ['broken', 'failed', 'notFound'].includes(error.reason);
        if (!odd) {
          throw error;
        }
        this.#known.delete(remote.url);
      }
    }
    const said = await this.#discover(remote, signal);
    if (said.version === 0) {
      return said.refs.filter(ref => ref.name.startsWith(prefix));
    }
    return this.#lsRefs(remote, said, prefix, enough, signal);
  }

  /** Whether the server can leave trees and files out of a pack. */
  async filters(remote: GitRemote, signal?: AbortSignal): Promise<boolean> {
    return canFilter(
      this.#known.get(remote.url) ?? (await this.#discover(remote, signal)),
    );
  }

  /**
   * Asks for a pack and hands its bytes to `take`, one chunk after another.
   *
   * @throws GitError; `unsupported` for `commitsOnly` where the server does not filter
   */
  async fetchPack(
    remote: GitRemote,
    wish: PackWish,
    take: (chunk: Uint8Array) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const said =
      this.#known.get(remote.url) ?? (await this.#discover(remote, signal));
    if (wish.commitsOnly && !canFilter(said)) {
      throw new GitError('unsupported', 'The remote cannot leave files out.');
    }
    if ((said.capabilities.get('object-format') ?? 'sha1') !== 'sha1') {
      throw new GitError(
        'unsupported',
        'The repository uses SHA-256 ids, which this engine does not read; install git on the machine that runs the backend.',
      );
    }
    await this.#wire.exchange(
      {
        remote,
        path: 'git-upload-pack',
        body: {
          type: 'application/x-git-upload-pack-request',
          content: packRequest(wish, said),
        },
        expects: 'application/x-git-upload-pack-result',
        ...(said.version === 2 && { protocol: 'version=2' }),
        maxBytes: this.#limits.maxRepositoryBytes,
        timeoutMs: this.#limits.remoteTimeoutMs,
        signal,
      },
      body => takePack(body, take),
    );
  }

  /**
   * Moves one ref, if it still has the old value (`undefined`: does not exist). The server checks again when it writes.
   *
   * @throws GitError `moved` and others
   */
  async push(
    remote: GitRemote,
    change: { ref: string; from?: string; to: string; pack: Uint8Array },
    signal?: AbortSignal,
  ): Promise<void> {
    const said = await this.#advertised(remote, 'git-receive-pack', signal);
    const now = said.refs.find(ref => ref.name === change.ref)?.sha;
    if (now !== change.from) {
      throw gitError('moved');
    }
    const zero = '0'.repeat(change.to.length);
    const muxed = said.capabilities.has('side-band-64k');
    const wanted = [
      'report-status',
      ...(muxed ? ['side-band-64k'] : []),
      ...(said.capabilities.has('object-format')
        ? [`object-format=${change.to.length === 64 ? 'sha256' : 'sha1'}`]
        : []),
      'agent=cnoc',
    ];
    const command = `${change.from ?? zero} ${change.to} ${
      change.ref
    }\0 ${wanted.join(' ')}`;
    await this.#wire.exchange(
      {
        remote,
        path: 'git-receive-pack',
        body: {
          type: 'application/x-git-receive-pack-request',
          content: Buffer.concat([packet(command), FLUSH, change.pack]),
        },
        expects: 'application/x-git-receive-pack-result',
        maxBytes: this.#limits.maxListingBytes,
        timeoutMs: this.#limits.remoteTimeoutMs,
        signal,
      },
      body => readReport(muxed ? bandOne(body) : body, change.ref),
    );
  }

  async #discover(
    remote: GitRemote,
    signal?: AbortSignal,
  ): Promise<Advertisement> {
    const said = await this.#advertised(remote, 'git-upload-pack', signal);
    if (said.version === 2) {
      if (this.#known.size >= maxKnown) {
        this.#known.clear();
      }
      this.#known.set(remote.url, said);
    }
    return said;
  }

  #advertised(
    remote: GitRemote,
    service: 'git-upload-pack' | 'git-receive-pack',
    signal?: AbortSignal,
  ): Promise<Advertisement> {
    return this.#wire.exchange(
      {
        remote,
        path: `info/refs?service=${service}`,
        expects: `application/x-${service}-advertisement`,
        ...(service === 'git-upload-pack' && { protocol: 'version=2' }),
        maxBytes: this.#limits.maxListingBytes,
        timeoutMs: this.#limits.pollTimeoutMs,
        signal,
      },
      body => readAdvertisement(body, this.#limits.maxRefs),
    );
  }

  #lsRefs(
    remote: GitRemote,
    said: Advertisement,
    prefix: string,
    enough: (refs: readonly GitBranch[]) => boolean,
    signal?: AbortSignal,
  ): Promise<GitBranch[]> {
    const format = said.capabilities.get('object-format');
    return this.#wire.exchange(
      {
        remote,
        path: 'git-upload-pack',
        body: {
          type: 'application/x-git-upload-pack-request',
          content: Buffer.concat([
            packet('command=ls-refs\n'),
            packet(AGENT),
            ...(format ? [packet(`object-format=${format}\n`)] : []),
            DELIMITER,
            packet(`ref-prefix ${prefix}\n`),
            FLUSH,
          ]),
        },
        expects: 'application/x-git-upload-pack-result',
        protocol: 'version=2',
        maxBytes: this.#limits.maxListingBytes,
        timeoutMs: this.#limits.pollTimeoutMs,
        signal,
      },
      async body => {
        const refs: GitBranch[] = [];
        let whole = false;
        for await (const one of packets(body)) {
          if (typeof one === 'string') {
            whole = one === 'flush';
            continue;
          }
          const [sha, name] = lineOf(one).split(' ');
          if (!isCommitId(sha) || !name) {
            throw gitError('broken');
          }
          if (name.startsWith(prefix)) {
            refs.push({ name, sha });
          }
          if (refs.length >= this.#limits.maxRefs) {
            throw gitError('tooLarge');
          }
          if (enough(refs)) {
            return refs;
          }
        }
        if (!whole) {
          throw gitError('broken');
        }
        return refs;
      },
    );
  }
}
