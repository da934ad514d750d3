/** Bytes of a file to import. A novel in Persian has about 2 MiB of UTF-8. */
export const MAX_FILE = 16 * 1024 * 1024;
