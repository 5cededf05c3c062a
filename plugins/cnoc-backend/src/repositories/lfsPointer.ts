const firstLine = 'version https://git-lfs.github.com/spec/';

/** Whether a file is only a pointer to content that Git LFS keeps elsewhere (case G7). */
export function isLfsPointer(content: Uint8Array): boolean {
  return (
    content.length < 1024 &&
    Buffer.from(content.buffer, content.byteOffset, content.length)
      .toString('latin1')
      .startsWith(firstLine)
  );
}
