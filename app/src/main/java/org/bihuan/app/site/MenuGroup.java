package org.bihuan.app.site;

import java.util.Locale;

/** What the places in the menu have in common, in the order in which they are shown. */
public enum MenuGroup {
    /** What is to be done. */
    WORK,
    /** Those whom it is about. */
    PEOPLE,
    /** The command centre. */
    COMMAND,
    /** Orders and areas of risk. */
    RULES,
    /** Lists in and out. */
    DATA,
    /** Accounts, records and the machine itself. */
    SYSTEM;

    /** Message key of its heading. */
    public String textKey() {
        return "site.group." + word();
    }

    /** Its name in addresses, classes and icons. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
