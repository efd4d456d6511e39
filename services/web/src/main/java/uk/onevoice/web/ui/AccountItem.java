package uk.onevoice.web.ui;

/** The reader's own entry at the top of every page: name, role and the way to change it. */
public record AccountItem(String text, String href, boolean icon) {}
