package org.bihuan.app.database;

/** A database role and its password; the text form hides the password. */
record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
