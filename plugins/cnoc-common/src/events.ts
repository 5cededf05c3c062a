/**
 * Topic on the events service that tells that a fabric changed.
 *
 * @public
 */
export const CNOC_FABRIC_TOPIC = 'cnoc.fabric';

/**
 * Channel of the signals service that repeats {@link CNOC_FABRIC_TOPIC} to browsers.
 *
 * @public
 */
export const CNOC_FABRIC_CHANNEL = 'cnoc.fabric';

/**
 * A hint to fetch a fabric again through the permissioned API; never carries resource data, because any signed-in
 * principal may listen to any channel.
 *
 * @public
 */
export type CnocFabricChanged = {
  fabric: string;
  /** Grows with each change of the fabric */
  revision: number;
};
