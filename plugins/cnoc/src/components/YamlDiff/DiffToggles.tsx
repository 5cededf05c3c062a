import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { DiffChoice } from './useDiffChoice';
import styles from './YamlDiff.module.css';

/**
 * How a comparison is shown. On a narrow screen two sides have no room, so there is no choice between layouts.
 *
 * @internal
 */
export const DiffToggles = (props: {
  choice: DiffChoice;
  narrow: boolean;
  /** What is compared, for names of the groups */
  label: string;
}) => {
  const { choice, narrow, label } = props;
  return (
    <div className={styles.toggles}>
      {!narrow && (
        <ToggleButtonGroup
          aria-label={`Layout of ${label}`}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[choice.unified ? 'unified' : 'split']}
          onSelectionChange={keys => choice.setUnified(keys.has('unified'))}
        >
          <ToggleButton id="split">Side by side</ToggleButton>
          <ToggleButton id="unified">Unified</ToggleButton>
        </ToggleButtonGroup>
      )}
      <ToggleButtonGroup
        aria-label={`Lines of ${label}`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[choice.whole ? 'whole' : 'differing']}
        onSelectionChange={keys => choice.setWhole(keys.has('whole'))}
      >
        <ToggleButton id="differing">Differences</ToggleButton>
        <ToggleButton id="whole">Whole</ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
};
