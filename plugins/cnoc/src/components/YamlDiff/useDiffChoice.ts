import { useUrlState } from '../../hooks/useUrlState';

/** @internal */
export type DiffChoice = {
  /** Everything, not only what differs */
  whole: boolean;
  /** One document with the differences inside */
  unified: boolean;
  setWhole: (whole: boolean) => void;
  setUnified: (unified: boolean) => void;
};

/**
 * How comparisons are shown, kept in the page's address and the same for all comparisons of a page.
 *
 * @internal
 */
export function useDiffChoice(): DiffChoice {
  const [show, setShow] = useUrlState('lines');
  const [layout, setLayout] = useUrlState('layout');
  return {
    whole: show === 'whole',
    unified: layout === 'unified',
    setWhole: whole => setShow(whole ? 'whole' : ''),
    setUnified: unified => setLayout(unified ? 'unified' : ''),
  };
}
