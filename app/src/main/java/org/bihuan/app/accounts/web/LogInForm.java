package org.bihuan.app.accounts.web;

import java.util.List;
import org.bihuan.app.accounts.ShownAccounts;

/**
 * What the log-in shows.
 *
 * @param back address to go to afterwards
 * @param login as typed
 * @param fault what went wrong: {@code wrong}, {@code locked}, or empty
 * @param minutes how long nobody gets in, when locked
 * @param shown log-ins of a demonstration
 */
public record LogInForm(String back, String login, String fault, long minutes, List<ShownAccounts.Shown> shown) {}
