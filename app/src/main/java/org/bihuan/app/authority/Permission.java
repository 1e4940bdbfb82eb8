package org.bihuan.app.authority;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an address needs of whoever asks for it. Which role has which is data: {@code authority/roles.yaml}. */
public enum Permission {
    /** Nothing: the log-in itself, styles, health of the server. */
    PUBLIC,
    /** To be logged in: the first page and one's own account. */
    SELF,
    /** Numbers about one's region without names. */
    SEE_FIGURES,
    /** Duties of one's region, and of the owners that the role stands for. */
    SEE_DUTIES,
    /** Recording evidence and attempts for such a duty. */
    DO_DUTIES,
    /** Taking along who lives behind which door of one's region. */
    VISIT_HOUSEHOLDS,
    /** Assigning, waiving and extending such a duty. */
    MANAGE_DUTIES,
    /** Deciding a value that an order leaves to the region. */
    DECIDE_VALUES,
    /** Persons and other subjects of one's region: facts, decisions, search. */
    SEE_SUBJECTS,
    /** Who of one's region is under which measure. */
    SEE_MEASURES,
    /** Orders in force and their values. */
    SEE_ORDERS,
    /** Drafting versions of orders, proposing changes, stopping what runs, retiring an order. */
    PROPOSE_ORDERS,
    /** Approving somebody else's change of an order. */
    APPROVE_ORDERS,
    /** Recording any fact about subjects of one's region, one by one or by ledger. */
    RECORD_FACTS,
    /** Ledgers as files, and departments' forms; a file may speak of the whole city. */
    IMPORT_LEDGERS,
    /** Taking lists of one's region out of the system, and allowing others to. */
    EXPORT_LISTS,
    /** Answering appeals of people of one's region. */
    ANSWER_APPEALS,
    /** Issuing documents for people of the city. */
    ISSUE_NOTICES,
    /** Places and their risk levels, which are public. */
    SEE_PLACES,
    /** Changing the register of places. */
    KEEP_PLACES,
    /** Risk lists, response levels and sources: bringing and withdrawing them, saying what a name means. */
    KEEP_RISK,
    /** Lags of the workers; having parked subjects tried again. */
    OPERATE,
    /** Moving the clock of a demonstration. */
    MOVE_CLOCK,
    /** Accounts, roles and keys; no personal data. */
    MANAGE_ACCOUNTS,
    /** Who logged in, and who read what. */
    SEE_AUDIT,
    /** The duty desk of one's region: who is on shift, the log, handing over and taking over. */
    KEEP_SHIFT,
    /** Reporting units, forms of returns, rosters and directives of one's region. */
    COMMAND,
    /** Giving the returns of units: of one's own, or of any in the region for whoever keeps the shift. */
    GIVE_RETURNS,
    /** Reading and answering directives sent to one's role, place or unit. */
    READ_DIRECTIVES,
    /** The morning briefing of one's region and the lists behind its figures. */
    SEE_BRIEFINGS,
    /** Vehicles and travellers at a checkpoint or landing point: finding declarations, registering who arrives. */
    REGISTER_ARRIVALS,
    /** Sending travellers on, and receiving or refusing those sent to one's region. */
    HAND_OVER_ARRIVALS,
    /** Asking that personal data of the city be destroyed, and agreeing when somebody else asks. */
    DESTROY_DATA;

    /** As written in the table of roles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Permission> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
