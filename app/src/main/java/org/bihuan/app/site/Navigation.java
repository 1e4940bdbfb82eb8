package org.bihuan.app.site;

/**
 * A place in the menu; a module declares one as a bean for each page it offers there.
 *
 * @param path address of the page
 * @param textKey message key of its name
 * @param order smaller comes first
 */
public record Navigation(String path, String textKey, int order) {}
