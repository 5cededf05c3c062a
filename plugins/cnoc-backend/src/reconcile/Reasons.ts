/** What woke a fabric. Several are one pass: the pass renews whatever any of them asks for. */
export interface Reasons {
  /** Ask git where the branch is, and read it when it moved */
  poll?: boolean;
  /** Read git whatever it says */
  sync?: boolean;
  /** Compare, whether or not git moved */
  check?: boolean;
  /** Requests of people that this pass answers */
  wakes: string[];
}

export function mergeReasons(
  a: Reasons | undefined,
  b: Partial<Reasons>,
): Reasons {
  return {
    poll: a?.poll || b.poll,
    sync: a?.sync || b.sync,
    check: a?.check || b.check,
    wakes: [...(a?.wakes ?? []), ...(b.wakes ?? [])],
  };
}
