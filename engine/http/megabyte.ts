/** One megabyte, in bytes, as limits of bodies and files are counted. */
export const MB = 1024 * 1024;
