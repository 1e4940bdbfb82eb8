package org.bihuan.trace.internal.file;

/**
 * What a manifest remembers of a file, so that neither an older nor a foreign one passes for it.
 *
 * @param name within the index directory
 * @param bytes length
 * @param checksum CRC-32C of all its bytes
 */
public record FileMark(String name, long bytes, int checksum) {}
