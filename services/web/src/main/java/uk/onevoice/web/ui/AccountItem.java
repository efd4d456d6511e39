package uk.onevoice.web.ui;

/**
 * The reader's own entry at the top of every page: name, role and the way to change it.
 *
 * @param hidden what the entry is for, for those who hear it and see no icon
 */
public record AccountItem(String text, String hidden, String href, boolean icon) {}
