/** What to do when a file of the log is damaged. */
export const RESTORE =
  'Restore the file: copy it from the "log" of a backup, or restore all of it: sycee restore BACKUP --data DIRECTORY --force (docs/operate.md)';
