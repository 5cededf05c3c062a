import { useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiUploadCloud2Line } from '@remixicon/react';
import styles from './ImportPage.module.css';

/**
 * Takes files by drag or by choice.
 *
 * @internal
 */
export const DropZone = (props: { onFiles: (files: File[]) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    if (list && list.length > 0) props.onFiles([...list]);
  };
  return (
    <div
      className={styles.drop}
      data-over={over ? '' : undefined}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <RiUploadCloud2Line size={32} aria-hidden />
      <span>Drop files of YAML here; one file may hold many documents.</span>
      <Button variant="secondary" onPress={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept=".yaml,.yml,.json"
        aria-label="YAML files"
        onChange={event => {
          take(event.target.files);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
    </div>
  );
};
