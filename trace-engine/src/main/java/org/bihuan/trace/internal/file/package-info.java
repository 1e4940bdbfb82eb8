/**
 * Files that are either whole or refused: columns of numbers written aside with a header and a checksum, forced to disk and
 * renamed into place; reading checks everything before the first number is used.
 */
@NullMarked
package org.bihuan.trace.internal.file;

import org.jspecify.annotations.NullMarked;
