package org.bihuan.app.database;

/**
 * How to reach the database.
 *
 * @param url JDBC address without credentials
 * @param application the ordinary role of the running program
 * @param owner the role that owns the schemas and applies migrations
 */
record DatabaseAccess(String url, Login application, Login owner) {}
