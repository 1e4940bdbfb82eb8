package org.bihuan.ledgers.file;

/**
 * What a file may be at most; more is refused before memory is spent on it.
 *
 * @param fileBytes size as sent
 * @param unpackedBytes size of all parts of a workbook together once unpacked
 * @param textBytes size of a workbook's table of texts, which is held in memory
 * @param columns columns of a row
 */
public record FileLimits(long fileBytes, long unpackedBytes, long textBytes, int columns) {
    /** What an ordinary server can take: 50 MB, a million rows of a ledger. */
    public static final FileLimits USUAL = new FileLimits(50L << 20, 1L << 30, 96L << 20, 500);
}
