import type { PlanLine } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';

/** Most lines that the dialog names; the page behind it names all. */
const MAX_NAMED = 8;

/** @internal */
export const NamedLines = (props: {
  title: string;
  lines: readonly PlanLine[];
}) => (
  <div>
    <strong>{props.title}</strong>
    <ul>
      {props.lines.slice(0, MAX_NAMED).map(line => (
        <li key={line.seq}>
          {line.kind} <Name>{line.name}</Name> – <Name>{line.reason}</Name>
        </li>
      ))}
      {props.lines.length > MAX_NAMED && (
        <li>and {props.lines.length - MAX_NAMED} more</li>
      )}
    </ul>
  </div>
);
