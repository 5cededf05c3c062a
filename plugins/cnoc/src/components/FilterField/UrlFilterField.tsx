import { useEffect, useState } from 'react';
import { useUrlState } from '../../hooks/useUrlState';
import { FilterField } from './FilterField';

/** Typing asks the server once the fingers rest, in milliseconds. */
const TYPING_MS = 250;

/**
 * A text filter that the server applies, kept in the page's address as `text`.
 *
 * @internal
 */
export const UrlFilterField = (props: {
  label: string;
  placeholder: string;
}) => {
  const [text, setText] = useUrlState('text');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => setText(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, setText]);
  return <FilterField {...props} value={typed} onChange={setTyped} />;
};
