package org.bihuan.app.accounts.web;

import java.util.List;
import org.bihuan.app.accounts.Account;

/**
 * A page of accounts.
 *
 * @param q what was searched for
 * @param next address of the next page, empty on the last
 */
public record AccountList(List<Account> accounts, String q, String next, String done) {}
