package org.bihuan.app.duties;

import java.util.List;
import java.util.function.Consumer;

/**
 * What another module derives of subjects beside their duties: a bean of it is called in the transaction that writes
 * their state, so that both are always of one moment, and a rebuild makes both anew.
 *
 * @param work quick, safe for many threads, and harmless when done twice
 */
public record AfterJudging(Consumer<List<Judged>> work) {}
